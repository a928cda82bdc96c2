"""The language of a run, and where it comes from."""

import pytest

from pipeline.settings import read_settings


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, "th"),
        ([], {"LANG": "C.UTF-8"}, "th"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "th_TH.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "th_TH.UTF-8"}, "th"),
        ([], {"LC_ALL": "", "LANG": "en_US"}, "en"),
        ([], {"PHAEN_LANG": "th", "LANG": "en_US"}, "th"),
        ([], {"PHAEN_LANG": "EN"}, "en"),
        ([], {"PHAEN_LANG": "de", "LANG": "en_US"}, "en"),
        (["--lang", "th"], {"PHAEN_LANG": "en"}, "th"),
        (["check", "plan.json", "--lang=en"], {}, "en"),
        (["--lang"], {}, "th"),
        (["check", "--", "--lang=en"], {}, "th"),
    ],
)
def test_language(words: list[str], environment: dict[str, str], language: str) -> None:
    assert read_settings(words, environment).language == language


def test_debug_is_no_file_name() -> None:
    assert read_settings(["check", "plan.json", "--debug"], {}).debug
    assert not read_settings(["check", "--", "--debug"], {}).debug
