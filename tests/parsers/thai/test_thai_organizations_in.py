"""The local governments that a text names."""

import pytest

from parsers.thai.organizations import organizations_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("อบต.ธารทิพย์และเทศบาลตำบลดอนแก้ว", ["อบต.ธารทิพย์", "เทศบาลตำบลดอนแก้ว"]),
        ("นายกองค์การบริหารส่วนตำบล ธารทิพย์ ประกาศ", ["องค์การบริหารส่วนตำบล ธารทิพย์"]),
        ("องค์การบริหารส่วนตำบลในเขตจังหวัด", []),
        ("งบ อบต.", []),
        ("ไม่มีชื่อ", []),
    ],
)
def test_organizations_named(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in organizations_in(text)] == expected
