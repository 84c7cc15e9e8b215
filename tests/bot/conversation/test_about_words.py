"""Questions for a thing by its name, and requests for what is written on a matter."""

import pytest

from bot.conversation.about_words import About, Sort, asked_about


@pytest.mark.parametrize(
    ("text", "sort", "name"),
    [
        ("Who is Tran Van Binh?", Sort.SPEAKER, "Tran Van Binh"),
        ("Trần Văn Bình là ai?", Sort.SPEAKER, "Trần Văn Bình"),
        ("tran van binh la ai", Sort.SPEAKER, "tran van binh"),
        ("What is ASEAN?", Sort.MEANING, "ASEAN"),
        ("What is the ASEAN Summit?", Sort.MEANING, "ASEAN Summit"),
        ("What does EVFTA stand for?", Sort.MEANING, "EVFTA"),
        ("“ngoại giao kinh tế” tiếng Anh là gì?", Sort.TERM, "ngoại giao kinh tế"),
        ("Biển Đông trong tiếng Anh là gì", Sort.TERM, "Biển Đông"),
        ("How do you say Biển Đông in English?", Sort.TERM, "Biển Đông"),
        ("How do you say “Biển Đông”?", Sort.TERM, "Biển Đông"),
        ("EVFTA là gì?", Sort.MEANING, "EVFTA"),
        ("ngoại giao cây tre nghĩa là gì", Sort.MEANING, "ngoại giao cây tre"),
        ("When was the Trial Conference held?", Sort.CONFERENCE, "Trial Conference"),
        ("Where will the Trial Conference take place?", Sort.CONFERENCE, "Trial Conference"),
        ("Hội nghị Thử nghiệm diễn ra khi nào?", Sort.CONFERENCE, "Hội nghị Thử nghiệm"),
        ("Hội nghị Thử nghiệm được tổ chức ở đâu?", Sort.CONFERENCE, "Hội nghị Thử nghiệm"),
        ("Khi nào diễn ra Hội nghị Thử nghiệm?", Sort.CONFERENCE, "Hội nghị Thử nghiệm"),
        ("Which countries did Tran Van Binh visit?", Sort.VISITS, "Tran Van Binh"),
        ("Trần Văn Bình đã thăm những nước nào?", Sort.VISITS, "Trần Văn Bình"),
        ("statements on the East Sea", Sort.ARTICLES, "East Sea"),
        ("các phát biểu về Biển Đông", Sort.ARTICLES, "Biển Đông"),
        ("Who attended the Trial Conference?", Sort.CONFERENCE, "Trial Conference"),
        ("what was decided at the Trial Conference", Sort.CONFERENCE, "Trial Conference"),
        ("ai đã dự Hội nghị Thử nghiệm", Sort.CONFERENCE, "Hội nghị Thử nghiệm"),
        ("Which conferences did Tran Van Binh attend?", Sort.SPEAKER, "Tran Van Binh"),
        ("Ai là Trần Văn Bình?", Sort.SPEAKER, "Trần Văn Bình"),
        ("Triều Tiên có gì mới?", Sort.ARTICLES, "Triều Tiên"),
        ("Biển Đông có tin gì mới không", Sort.ARTICLES, "Biển Đông"),
        ("what's new in North Korea?", Sort.ARTICLES, "North Korea"),
        ("What is happening in Myanmar?", Sort.ARTICLES, "Myanmar"),
        ("tình hình Biển Đông", Sort.ARTICLES, "Biển Đông"),
        ("articles on North Korea", Sort.ARTICLES, "North Korea"),
        ("latest news about the East Sea", Sort.ARTICLES, "the East Sea"),
        ("tin mới về kinh tế", Sort.ARTICLES, "kinh tế"),
        ("các bài viết về Triều Tiên", Sort.ARTICLES, "Triều Tiên"),
    ],
)
def test_what_is_asked_of_a_name(text, sort, name):
    found = asked_about(text)
    assert found is not None
    assert (found.sort, found.name) == (sort, name)


def test_visits_are_looked_for_as_their_names_have_them():
    assert About(Sort.VISITS, "X").visits == "visit by X"
    found = asked_about("Trần Văn Bình đã thăm những nước nào?")
    assert found is not None
    assert found.visits == "chuyến thăm của Trần Văn Bình"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Who are you?",
        "Bạn là ai?",
        "What is new?",
        "What is happening?",
        "Đây là gì?",
        "who",
        "la ai",
        "Bài 6",
        "Tin nhắn của Bộ trưởng",
        "Trần Văn Bình là Bộ trưởng",
        "What is said\nin two lines",
        "who is " + "x" * 300,
    ],
)
def test_anything_else_is_none_of_these(text):
    assert asked_about(text) is None
