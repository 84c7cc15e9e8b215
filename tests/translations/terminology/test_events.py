import pytest

from translations import Style


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Hội nghị Đối ngoại toàn quốc", "National Foreign Affairs Conference"),
        ("hội nghị đối ngoại toàn quốc năm 2031", "2031 National Foreign Affairs Conference"),
        (
            "Hội nghị Đối ngoại toàn quốc (tháng 12/2021)",
            "National Foreign Affairs Conference (December 2021)",
        ),
        (
            (
                "Hội nghị đối ngoại toàn quốc triển khai thực hiện Nghị quyết Đại hội đại biểu toàn "
                "quốc lần thứ XIII của Đảng"
            ),
            (
                "National Foreign Affairs Conference on implementing the Resolution of the 13th "
                "National Party Congress"
            ),
        ),
        (
            (
                "Hội nghị sơ kết công tác 6 tháng đầu năm, phương hướng công tác 6 tháng cuối năm 2031 "
                "của Bộ Y tế"
            ),
            "2031 mid-year review conference of the Ministry of Health",
        ),
        (
            "Hội nghị tổng kết công tác năm 2031 và triển khai nhiệm vụ năm 2032 của Bộ Tư pháp",
            "Conference of the Ministry of Justice to review work in 2031 and set tasks for 2032",
        ),
        ("Đại hội XIII của Đảng", "13th National Party Congress"),
        ("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "13th National Party Congress"),
        ("Đại hội lần thứ IX của Đảng", "9th National Party Congress"),
        ("Đại hội Đảng lần thứ X", "10th National Party Congress"),
        ("Đại hội lần thứ XIV Đảng Cộng sản Việt Nam", "14th National Party Congress"),
        ("Hội nghị Ngoại giao lần thứ 40", "40th Diplomatic Conference"),
        ("Hội nghị Cấp cao ASEAN lần thứ 50", "50th ASEAN Summit"),
        ("Hội nghị cấp cao Nhật Bản - ASEAN", "Japan-ASEAN Summit"),
    ],
)
def test_names_of_events_are_composed(glossary, name, english):
    assert glossary.render_name_of_event(name) == english


@pytest.mark.parametrize(
    "name", ["", "Hội nghị về cá rô đồng", "Hội nghị của Hội những người bạn", "abc"]
)
def test_unknown_names_are_left_to_the_engine(glossary, name):
    assert glossary.render_name_of_event(name) is None


def test_names_follow_the_style(glossary):
    name = "Hội thảo quốc tế về Biển Đông"
    assert glossary.render_name_of_event(name, Style.PRESS) == (
        "International Conference on the South China Sea"
    )
