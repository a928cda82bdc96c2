"""Decisions applied: a Plan with what people corrected, and the findings that are left to look at."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from parsers.corrections import Unfit, can_set, with_value
from schemas.corrections import Correction, Corrections
from schemas.failures import UsageFailure
from schemas.findings import Finding
from schemas.findings.subjects import Subjects, identified
from schemas.model import Frozen
from schemas.plan import Plan
from schemas.plan_path import NoSuchPlace
from schemas.plan_text import text_at

Judge = Callable[[Plan], Iterable[Finding]]

UNMATCHED = "COR001"
UNMATCHED_APPROVAL = "COR002"


class Settled(Frozen):
    """A Plan after all decisions that apply to it, what is left to look at, and how many decisions applied."""

    plan: Plan
    findings: tuple[Finding, ...]
    corrected: int = 0
    approved: int = 0


def settle(plan: Plan, reading: Sequence[Finding], judge: Judge, corrections: Corrections) -> Settled:
    """The Plan corrected by the decisions whose findings are there, judged again until no decision applies.

    `reading` are the findings of reading the source, `judge` gives those of a Plan. A finding that was decided is
    not told again; a decision without its finding becomes COR001, or COR002 where it only said that all is right.
    UsageFailure COR012 for a value that its field cannot take, COR013 for two values for one field.
    """
    run = _Run(plan, corrections)
    findings = run.gathered(reading, judge)
    while run.apply(findings):
        findings = run.gathered(reading, judge)
    left = tuple(finding for finding in findings if not run.met or finding.fingerprint not in run.met)
    return Settled(
        plan=run.plan,
        findings=(*left, *identified(run.unmatched(), plan, run.subjects)),
        corrected=sum(run.met[mark].decision != "right" for mark in run.met),
        approved=sum(run.met[mark].decision == "right" for mark in run.met),
    )


class _Run:
    """The state of one settling: the Plan so far, and which decisions have met their finding."""

    def __init__(self, plan: Plan, corrections: Corrections) -> None:
        self.plan = plan
        self.subjects = Subjects(plan)
        self.met: dict[str, Correction] = {}
        self._name = corrections.name
        self._pending = {correction.fingerprint: correction for correction in corrections.decided}
        self._changed: set[str] = set()
        self._stale: list[Correction] = []

    def gathered(self, reading: Iterable[Finding], judge: Judge) -> tuple[Finding, ...]:
        """The findings on the Plan as it is now."""
        return identified((*reading, *judge(self.plan)), self.plan, self.subjects)

    def apply(self, findings: Iterable[Finding]) -> bool:
        """Set what the pending decisions on these findings say; whether the Plan has changed.

        Of several proposals for one field the first is taken, as the others were made for the text before; they
        are met in the next round if they are still made. A value that a person typed is the last word.
        """
        values: dict[str, tuple[Correction, str]] = {}
        for finding in findings if self._pending else ():
            correction = self._pending.get(finding.fingerprint)
            if correction is None:
                continue
            if self._is_stale(correction, finding):
                self._stale.append(self._pending.pop(finding.fingerprint))
            elif correction.decision == "right":
                self._meet(finding)
            else:
                self._choose(values, finding, correction)
        for path, (correction, text) in values.items():
            self._set(path, text, correction)
        return bool(values)

    def _choose(
        self, values: dict[str, tuple[Correction, str]], finding: Finding, correction: Correction
    ) -> None:
        path = finding.path or ""
        before = values.get(path)
        if correction.decision == "accept":
            if before is None or before[0].decision == "value":
                values.setdefault(path, (correction, finding.proposal or ""))
                self._meet(finding)
            return
        if before and before[0].decision == "value" and before[1] != correction.value:
            raise UsageFailure("COR013", name=self._name, line=correction.line, other=before[0].line)
        values[path] = (correction, correction.value)
        self._meet(finding)

    def _meet(self, finding: Finding) -> None:
        self.met[finding.fingerprint] = self._pending.pop(finding.fingerprint)

    def _is_stale(self, correction: Correction, finding: Finding) -> bool:
        """Whether something else stands there than the person saw, by no decision of this file."""
        if correction.decision == "right" or finding.path in self._changed:
            return False
        if not finding.path or not can_set(self.plan, finding.path):
            return False  # refused when it is set
        if correction.decision == "accept" and finding.proposal != correction.proposal:
            return True
        return _text(self.plan, finding.path) != correction.present

    def _set(self, path: str, text: str, correction: Correction) -> None:
        facts: Mapping[str, str | int] = {"name": self._name, "line": correction.line}
        try:
            self.plan = with_value(self.plan, path, text)
        except NoSuchPlace as error:
            raise UsageFailure("COR014", **facts) from error
        except Unfit as error:
            wanted = error.wanted
            raise UsageFailure(
                "COR012", **facts, value=text, wanted_th=wanted.th, wanted_en=wanted.en
            ) from error
        self._changed.add(path)

    def unmatched(self) -> tuple[Finding, ...]:
        """What there is to say of decisions that met no finding, or one on another value."""
        return tuple(self._told(correction) for correction in (*self._stale, *self._pending.values()))

    def _told(self, correction: Correction) -> Finding:
        code = UNMATCHED_APPROVAL if correction.decision == "right" else UNMATCHED
        return Finding(
            code=code,
            facts={
                "decided": correction.code,
                "what": correction.project or correction.present or correction.code,
                "name": self._name,
                "line": correction.line,
            },
        )


def _text(plan: Plan, path: str) -> str:
    try:
        return text_at(plan, path)
    except NoSuchPlace:
        return ""
