"""The settings of LibreOffice's profile, for every way in which it is started."""

from pathlib import Path

# Settings of a profile: (path, property, type, value). Links are never followed, macros never run, and the
# proxy is a port where nothing listens, so that a document cannot fetch anything.
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    # A PDF whose headings are bookmarks and whose window bears the plan's title.
    ("/org.openoffice.Office.Common/Filter/PDF/Export", "ExportBookmarks", "true"),
    ("/org.openoffice.Office.Common/Filter/PDF/Export", "DisplayPDFDocumentTitle", "true"),
    ("/org.openoffice.Office.Common/Filter/PDF/Export", "UseTaggedPDF", "true"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def make_profile(folder: Path) -> None:
    """Put a profile with our settings into `folder`, which is made."""
    (folder / "user").mkdir(parents=True)
    (folder / "user/registrymodifications.xcu").write_text(_profile_xml(), "utf-8")


def temporary_environment(folder: Path) -> dict[str, str]:
    """The variables that make a program put its temporary files into `folder`: LibreOffice leaves parts of documents
    where its temporary files are when it is stopped.
    """
    return dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))


def _profile_xml() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return (
        f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )
