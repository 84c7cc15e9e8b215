"""Cleaning whole articles. All sentences and names here are made up."""

import textwrap
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Document
from summarizer.cleaning import EmptyDocument, clean, document_of_parts
from summarizer.document import LEAD
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate

TITLE = "Hội nghị hợp tác vùng thành công tốt đẹp"
ONE = (
    "Ngày 5/3, tại Hà Nội, Thứ trưởng Trần Văn Khánh chủ trì hội nghị về hợp tác vùng. "
    "Ông cho biết kết quả rất tích cực."
)
TWO = "Các đại biểu đề nghị tiếp tục mở rộng hợp tác với các đối tác trong khu vực và quốc tế."
THREE = "Hội nghị thông qua kế hoạch hành động với nhiều nhiệm vụ cụ thể cho từng cơ quan tham gia."
BODY = (ONE, TWO, THREE)


def page(*blocks):
    return "\n\n".join(blocks)


def test_a_plain_article_comes_through_untouched():
    document = clean(page(TITLE, *BODY))
    assert document.title == TITLE
    assert not document.title_derived
    assert document.paragraphs == BODY
    assert [s.text for s in document.sentences[:2]] == ONE.replace(". Ông", ".|Ông").split("|")
    assert [s.position for s in document.sentences] == [0, 1, 2, 3]
    assert [s.paragraph for s in document.sentences] == [0, 0, 1, 2]
    assert document.language == "vi"
    assert document.source is None
    assert document.published == UNKNOWN_DATE
    assert document.captions == document.teasers == ()


def test_a_whole_page():
    document = clean(
        "\n".join(
            [
                "Trang chủ > Chính trị > Đối ngoại",
                "Thứ Ba, 14/12/2021 | 19:05 (GMT+7)",
                TITLE,
                "Nguyễn Thị Hoa",
                "Chia sẻ:",
                f"Hà Nội (TTXVN) - {ONE}",
                "Chú thích ảnh",
                "Thứ trưởng Trần Văn Khánh tại hội nghị. Ảnh: Lê Minh/TTXVN",
                "hoi-nghi-hop-tac-vung-2021",
                TWO,
                f"{THREE[:-1]}./.",
                "TTXVN/Báo Tin tức",
                "Đoàn công tác thăm tỉnh miền núi",
                "Đoàn công tác thăm tỉnh miền núi",
                "Chiều 13/12, đoàn công tác đã thăm một tỉnh miền núi.",
                "Tin liên quan",
                "Hội chợ quốc tế khai mạc",
                "Facebook Twitter Zalo",
                "Từ khóa: hợp tác, vùng",
                "Bản quyền thuộc về Báo Không Có Thật",
            ]
        )
    )
    assert document.title == TITLE
    assert document.paragraphs == BODY
    assert document.captions == ("Thứ trưởng Trần Văn Khánh tại hội nghị. Ảnh: Lê Minh/TTXVN",)
    assert document.teasers == (
        "Đoàn công tác thăm tỉnh miền núi",
        "Chiều 13/12, đoàn công tác đã thăm một tỉnh miền núi.",
        "Hội chợ quốc tế khai mạc",
    )
    assert document.source == "TTXVN"
    assert str(document.published) == "2021-12-14"
    assert document.published.basis is Basis.STATED


@pytest.mark.parametrize(
    ("opening", "source", "published"),
    [
        ("(VOV5) - ", "VOV5", ""),
        ("TTXVN - ", "TTXVN", ""),
        ("(Báo Không Có) – ", "Báo Không Có", ""),
        ("Hà Nội (TTXVN 14/12) - ", "TTXVN", "--12-14"),
        ("HÀ NỘI, 14/12/2021 (TTXVN) - ", "TTXVN", "2021-12-14"),
        ("TTO - ", "Tuổi Trẻ Online", ""),
    ],
)
def test_datelines(opening, source, published):
    document = clean(page(TITLE, opening + ONE, TWO))
    assert document.paragraphs == (ONE, TWO)
    assert document.source == source
    assert str(document.published) == published


def test_english():
    document = clean(
        page(
            "Deputy minister opens regional forum",
            "HANOI, Dec. 14 (Xinhua) -- Deputy Minister Tran Van Khanh opened a forum on Tuesday. "
            "He said results were positive.",
            "Delegates agreed on a plan of action for the years to come with concrete tasks.",
            "Read more: Another story entirely",
            "Copyright © 2021 Nobody Daily. All rights reserved.",
        )
    )
    assert document.language == "en"
    assert document.source == "Xinhua"
    assert len(document.paragraphs) == 2
    assert document.paragraphs[0].startswith("Deputy Minister")
    assert document.teasers == ("Another story entirely",)


def test_what_metadata_states_goes_first():
    document = clean(
        page(f"TTXVN - {ONE}", TWO),
        title=TITLE,
        lead="Một đoạn dẫn ngắn.",
        source="Báo Khác",
        published="2022-01-02T08:00:00+07:00",
        language="vi",
        paragraphs_known=True,
    )
    assert (document.source, str(document.published)) == ("Báo Khác", "2022-01-02")
    assert document.lead == "Một đoạn dẫn ngắn."
    assert document.sentences[0].paragraph == LEAD
    assert document.paragraphs == (ONE, TWO)


@pytest.mark.parametrize(
    ("published", "read"),
    [
        ("14/12/2021", "2021-12-14"),
        ("2021-12", "2021-12"),
        ("December 14, 2021", "2021-12-14"),
        ("hôm qua", ""),
        (PartialDate(2021, 12, 14, Basis.STATED), "2021-12-14"),
        (None, ""),
    ],
)
def test_forms_of_the_publication_date(published, read):
    assert str(clean(page(TITLE, *BODY), published=published).published) == read


def test_a_date_in_the_text_is_no_publication_date():
    document = clean(page(TITLE, "Ngày 14/12/2021, hội nghị khai mạc tại Hà Nội.", TWO))
    assert document.published == UNKNOWN_DATE


def test_wrapped_lines_are_joined():
    one, two = " ".join(BODY), " ".join(reversed(BODY))
    document = clean(page(TITLE, textwrap.fill(one, 72), textwrap.fill(two, 72)))
    assert document.title == TITLE
    assert document.paragraphs == (one, two)


def test_wrapped_without_blank_lines():
    parts = [" ".join(BODY), " ".join(reversed(BODY)), f"{TWO} {THREE} {ONE}"]
    lines = [textwrap.fill(part, 72) for part in parts]
    text = "\n".join([TITLE, lines[0], lines[1], "Nhiệm vụ trọng tâm", lines[2]])
    document = clean(text, lead="-")
    assert document.title == TITLE
    assert document.paragraphs == (parts[0], parts[1], "Nhiệm vụ trọng tâm", parts[2])
    assert document.subheadings == {2}


def test_wrapped_with_broken_first_lines_and_no_title():
    def broken(paragraph, words):
        first, rest = paragraph.split()[:words], paragraph.split()[words:]
        return " ".join(first) + "\n" + textwrap.fill(" ".join(rest), 76)

    parts = [f"Định hướng chung là {TWO.lower()} {ONE}", f"Đẩy mạnh hợp tác. {THREE} {TWO}", THREE]
    text = "\n".join([broken(parts[0], 3), broken(parts[1], 3), broken(THREE * 2, 2)])
    document = clean(f"{text}\nKhông có nhận xét nào:\nĐăng nhận xét")
    assert document.title_derived
    assert "".join(document.paragraphs).replace(" ", "").endswith(THREE.replace(" ", ""))
    assert not document.subheadings
    assert all("nhận xét" not in paragraph for paragraph in document.paragraphs)


def test_a_line_is_a_paragraph_where_lines_differ():
    lines = [TITLE, " ".join(BODY * 2), ONE, "Nhiệm vụ trọng tâm", TWO, THREE]
    document = clean("\n".join(lines))
    assert document.paragraphs == tuple(lines[1:])
    assert document.subheadings == {2}


def test_the_lead_before_a_dateline():
    document = clean("\n".join([TITLE, TWO, f"TTXVN - {ONE}", THREE]))
    assert document.lead == TWO
    assert document.paragraphs == (ONE, THREE)


def test_a_lead_that_the_body_repeats():
    document = clean(page(TITLE, TWO, ONE, f"{THREE} {TWO}"))
    assert document.lead == TWO


def test_no_lead_without_evidence():
    assert clean(page(TITLE, *BODY)).lead == ""


def test_subheadings_and_enumerations():
    document = clean(
        page(TITLE, ONE, "Điểm sáng của năm", TWO, "Nhiệm vụ sau:", "- Học tập;", "Vì sao?", THREE)
    )
    assert [document.paragraphs[i] for i in sorted(document.subheadings)] == (
        ["Điểm sáng của năm", "Vì sao?"]
    )


def test_bylines_and_credits_at_the_end():
    document = clean(page(TITLE, *BODY, "Lê Văn Minh - Trần Thị Đào", "(Theo Reuters, AFP)"))
    assert document.paragraphs == BODY
    assert document.source == "Reuters/AFP"


def test_a_common_word_is_no_credit():
    document = clean(page(TITLE, *BODY, ONE, "Lao động", TWO))
    assert "Lao động" in document.paragraphs
    assert document.source is None


def test_words_within_the_body_mean_nothing():
    body = (
        "Triển lãm có 50 bức Ảnh về biển đảo, được trưng bày tại Hà Nội.",
        "Đọc thêm sách giúp cán bộ trẻ hiểu hơn về lịch sử.",
        "Ảnh vệ tinh cho thấy nước đã rút ở nhiều nơi.",
        "Tổng biên tập Lê Văn Minh cho rằng tin liên quan đến hội nghị là chính xác.",
        "Ông chia sẻ: nguồn: nhân dân; ảnh: do dân chụp, và còn nhiều điều khác nữa.",
    )
    assert clean(page(TITLE, *body)).paragraphs == body


def test_teasers_within_a_structured_article():
    document = clean(
        page(ONE, "Xem thêm: Một bài khác về biển", TWO, "Đọc thêm > > > Một bài nữa", THREE),
        title=TITLE,
        paragraphs_known=True,
    )
    assert document.paragraphs == BODY
    assert document.teasers == ("Một bài khác về biển", "Một bài nữa")


def test_a_box_of_links_within_the_article():
    document = clean(
        page(TITLE, ONE, "Tin liên quan", "Bài thứ nhất về cây", "Bài thứ hai về hoa", TWO, THREE)
    )
    assert document.paragraphs == BODY
    assert document.teasers == ("Bài thứ nhất về cây", "Bài thứ hai về hoa")


def test_known_captions_are_taken_out_of_the_body():
    document = clean(
        page("Thứ trưởng Trần Văn Khánh.", *BODY),
        title=TITLE,
        captions=["Thứ trưởng Trần Văn Khánh."],
        paragraphs_known=True,
    )
    assert document.paragraphs == BODY
    assert document.captions == ("Thứ trưởng Trần Văn Khánh.",)


def test_line_ends_decomposed_letters_and_entities():
    raw = page(TITLE, ONE + " &amp;quot;Tốt&amp;quot;, ng&#432;&#7901;i A&amp;B n&oacute;i.", TWO)
    document = clean(unicodedata.normalize("NFD", raw).replace("\n", "\r\n"))
    assert document.title == TITLE
    assert document.paragraphs[0].endswith('"Tốt", người A&B nói.')


@pytest.mark.parametrize(
    "text",
    ["", " \n\u200b\n", "…\n. . .", "Chia sẻ:\nFacebook Twitter\nTin liên quan\nPhản hồi"],
)
def test_nothing_left(text):
    with pytest.raises(EmptyDocument):
        clean(text)


def test_a_headline_alone_is_its_own_text():
    document = clean("Hội nghị hợp tác vùng khai mạc")
    assert document.paragraphs == ("Hội nghị hợp tác vùng khai mạc",)
    assert document.title_derived
    document = clean("Chia sẻ:\nPhản hồi", title=TITLE)
    assert document.paragraphs == (TITLE,)


def test_a_fragment_keeps_everything():
    lines = [
        "Phóng viên: Thưa ông, ông đánh giá thế nào về kết quả vừa qua?",
        "Ông Trần Văn Khánh: Tôi cho rằng kết quả rất tốt.",
        "Phóng viên: Còn nhiệm vụ sắp tới?",
        "Ông Trần Văn Khánh: Chúng ta cần tiếp tục đẩy mạnh hợp tác.",
    ]
    document = clean("\n".join(lines))
    assert document.paragraphs == tuple(lines)
    assert document.title == "Ông đánh giá thế nào về kết quả vừa qua?"
    assert document.title_derived


def test_very_long_input():
    document = clean("chữ " * 250_000)
    assert len(document.title) <= 101
    assert len(document.sentences) == 1


def test_document_of_parts():
    document = document_of_parts("", [ONE, "", TWO], lead="Dẫn vào.", language="vi")
    assert document.title_derived
    assert document.paragraphs == (ONE, TWO)
    assert document.sentences[0].text == "Dẫn vào."
    assert Document.of(TITLE, BODY) == document_of_parts(TITLE, BODY)
    assert document_of_parts(TITLE, []).sentences == ()
    with pytest.raises(EmptyDocument):
        document_of_parts("", ["  ", "…"])


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_is_cleaned_or_refused(text):
    try:
        document = clean(text)
    except EmptyDocument:
        return
    assert document.title.strip()
    assert document.paragraphs or document.lead
    assert all(document.paragraphs)
    joined = "".join(sentence.text for sentence in document.sentences)
    assert "".join(joined.split()) == "".join(
        "".join((document.lead, *document.paragraphs)).split()
    )
    assert max(document.subheadings, default=-1) < len(document.paragraphs)


@given(st.lists(st.sampled_from(BODY), min_size=1, max_size=5, unique=True), st.booleans())
@settings(max_examples=30)
def test_cleaning_what_is_clean_changes_nothing(body, known):
    document = clean(page(*body), title=TITLE, paragraphs_known=known)
    assert document.paragraphs == tuple(body)
