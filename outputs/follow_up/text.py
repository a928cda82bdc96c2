"""The evaluation for a person at a terminal."""

from outputs.follow_up.model import Evaluation
from outputs.follow_up.wording import evaluation_words, figures_of, strategy_text
from schemas.findings.catalog import SEVERITIES, Language
from schemas.sentences import filled


def render(evaluation: Evaluation, language: Language = "th") -> str:
    """The figures of the plan and of each strategy, and what to look at; no final newline, Arabic digits."""
    words = evaluation_words(language)
    whole = figures_of(evaluation.whole)
    lines = [f"{words['title']} {evaluation.title}"]
    lines += [filled(words[key], whole) for key in ("whole", "others", "money")]
    lines += ["", words["by_strategy"]]
    for group in evaluation.strategies:
        name = strategy_text(group.heading) if group.heading else words["no_strategy"]
        lines.append(f"  - {words['strategy_line'].format_map({'name': name, **figures_of(group)})}")
    lines += ["", *look_lines(evaluation, language)]
    return "\n".join(lines)


def look_lines(evaluation: Evaluation, language: Language = "th") -> list[str]:
    """What a person has to look at, what must be mended first."""
    words = evaluation_words(language)
    findings = sorted(evaluation.findings, key=lambda each: SEVERITIES.index(each.severity))
    if not findings:
        return [words["nothing"]]
    told = [f"  {words[each.severity]} {each.code} {each.message(language)}" for each in findings]
    return [words["look"].format(count=len(findings)), *told]
