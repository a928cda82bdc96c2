"""Points (จุดที่ 1, 2, 3) under one number."""

from tests.two_year_table import HEADER, YEARS, plan_of


def test_a_later_point_begins_above_its_own_amount() -> None:
    plan = plan_of(
        "1 | โครงการ ก | เพื่อ | กว้าง 6 ม. | 200,000.- | - | ดี | กองช่าง",
        " | | | จุดที่ 2 กว้าง 3 ม. | | | |",
        " | | | ยาว 100 ม. | 300,000.- | | ดีมาก | กองช่าง",
    )
    (project,) = plan.projects
    assert [point.target for point in project.points] == ["กว้าง 6 ม.", "จุดที่ 2 กว้าง 3 ม. ยาว 100 ม."]


def test_points_under_one_number_over_a_repeated_header() -> None:
    plan = plan_of(
        "1 | โครงการ ก | เพื่อ | จุดที่ 1 ยาว 5 ม. | 200,000.- | - | ดี | กองช่าง",
        " | | | ถึงวัด | (งบ อบต.) | | |",
        "ยุทธศาสตร์ที่ 1 การพัฒนาคน > | > | > | > | > | > | > |",
        HEADER,
        YEARS,
        " | | | จุดที่ 2 ยาว 6 ม. | - | 300,000.- | ดีมาก | กองช่าง",
        "2 | โครงการ ข | ค | ง | - | 5 | จ | กองคลัง",
    )
    first, second = plan.projects
    assert [point.budgets for point in first.points] == [{"2566": "200000.00"}, {"2567": "300000.00"}]
    assert first.points[0].target == "จุดที่ 1 ยาว 5 ม. ถึงวัด"
    assert first.target == "จุดที่ 1 ยาว 5 ม. ถึงวัด จุดที่ 2 ยาว 6 ม."
    assert first.budgets == {"2566": "200000.00", "2567": "300000.00"}
    assert first.expected_result == "ดี ดีมาก"
    assert first.responsible_unit == "กองช่าง"
    assert second.points == ()


def test_what_each_point_is_for_begins_anew() -> None:
    plan = plan_of(
        "1 | อบรม | เพื่อ | ตรวจสุขภาพประจำปี | 200,000 | - | ดี | กองช่าง",
        "^ | ^ | ^ | ทัศนศึกษา | 300,000 | - | ^ | ^",
    )
    assert plan.projects[0].target == "ตรวจสุขภาพประจำปี ทัศนศึกษา"


def test_a_result_and_a_unit_merged_over_points_are_each_points() -> None:
    plan = plan_of(
        "1 | โครงการ ก | เพื่อ | จุดที่ 1 ยาว 5 ม. | 200,000 | - | ดี | กองช่าง",
        "^ | ^ | ^ | จุดที่ 2 ยาว 6 ม. | - | 300,000 | ^ | ^",
    )
    (project,) = plan.projects
    assert [(point.expected_result, point.responsible_unit) for point in project.points] == [
        ("ดี", "กองช่าง")
    ] * 2
    assert (project.objective, project.expected_result, project.responsible_unit) == ("เพื่อ", "ดี", "กองช่าง")
