"""Plain words that mean a command with a time or a number after it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.courtesies import without_courtesies
from bot.conversation.requests import Request, read_request

TODAY = date(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("tasks", ("tasks", "")),
        ("tasks before Q3 2021", ("tasks", "before Q3 2021")),
        ("Tasks set in March 2018?", ("tasks", "in March 2018")),
        ("what tasks were set before 2021?", ("tasks", "before 2021")),
        ("the tasks of this month", ("tasks", "of this month")),
        ("các nhiệm vụ trước quý 3 năm 2021", ("tasks", "trước quý 3 năm 2021")),
        ("nhiệm vụ được giao trong tháng 3/2018", ("tasks", "trong tháng 3/2018")),
        ("nhiem vu den nam 2021", ("tasks", "den nam 2021")),
        ("task 2021", ("tasks", "2021")),
        ("conferences in March 2018", ("conferences", "in March 2018")),
        ("Which conferences took place in March 2018?", ("conferences", "in March 2018")),
        ("conferences next month", ("conferences", "next month")),
        ("Có những hội nghị nào diễn ra trong tháng 3 năm 2018?",
         ("conferences", "trong tháng 3 năm 2018")),
        ("hội nghị tuần này", ("conferences", "tuần này")),
        ("articles from March 2018", ("latest", "March 2018")),
        ("articles from 3 March 2018", ("latest", "from 3 March 2018")),
        ("các bài tháng 3/2018", ("latest", "tháng 3/2018")),
        ("summarize article 6", ("summary", "article 6")),
        ("Summarise the task no. 7.", ("summary", "task no. 7")),
        ("summary of article 6 in Vietnamese", ("summary", "article 6", "vi")),
        ("tóm tắt bài 6", ("summary", "bài 6")),
        ("tom tat bai so 6 bang tieng Anh", ("summary", "bai so 6", "en")),
        ("article 6", ("article", "6")),
        ("show me article #6", ("article", "6")),
        ("bài 6", ("article", "6")),
        ("xem bài viết số 6", ("article", "6")),
        ("nhiệm vụ 7", ("task", "7")),
        ("article 6 in English", ("article", "6", "en")),
        ("task 5 bằng tiếng Anh", ("task", "5", "en")),
        ("nhiệm vụ 5 in English", ("task", "5", "en")),
        ("nhiem vu 5 bang tieng Viet", ("task", "5", "vi")),
        ("task 5, English version please", ("task", "5", "en")),
        ("In Vietnamese: task 5", ("task", "5", "vi")),
        ("bằng tiếng Anh, các nhiệm vụ tháng này", ("tasks", "tháng này", "en")),
        ("tóm tắt bài 6 song ngữ", ("summary", "bài 6", "both")),
        ("tom tat bai 6 song ngu", ("summary", "bai 6", "both")),
        ("summarize article 6 in both languages", ("summary", "article 6", "both")),
        ("article 6 bilingual", ("article", "6", "both")),
        ("bài 6 bằng tiếng Anh và tiếng Việt", ("article", "6", "both")),
        ("the conferences in English", ("conferences", "", "en")),
        ("có gì mới bằng tiếng Anh", ("digest", "", "en")),
        ("conferences in March 2018 in Vietnamese", ("conferences", "in March 2018", "vi")),
        ("các hội nghị sắp tới, song ngữ", ("upcoming", "", "both")),
        ("tasks due this month in English", ("tasks", "due this month", "en")),
        ("show tasks", ("tasks", "")),
        ("show me all the tasks", ("tasks", "")),
        ("Are there any tasks?", ("tasks", "")),
        ("what tasks are there", ("tasks", "")),
        ("Có nhiệm vụ nào không?", ("tasks", "")),
        ("Danh sách nhiệm vụ", ("tasks", "")),
        ("show me the conferences", ("conferences", "")),
        ("Liệt kê các hội nghị", ("conferences", "")),
        ("show upcoming conferences", ("upcoming", "")),
        ("Có hội nghị nào sắp tới không?", ("upcoming", "")),
        ("Are there any upcoming conferences?", ("upcoming", "")),
        ("conferences that are planned", ("upcoming", "")),
        ("what's new?", ("digest", "")),
        ("Có tin gì mới không?", ("digest", "")),
        ("list speakers", ("speakers", "")),
        ("danh sách các diễn giả", ("speakers", "")),
        ("show me the articles", ("latest", "")),
        ("show the latest news", ("latest", "")),
        ("Có hội nghị nào tuần tới không?", ("conferences", "tuần tới")),
        ("co hoi nghi nao tuan toi khong", ("conferences", "tuan toi")),
        ("Are there any conferences next week?", ("conferences", "next week")),
        ("Có hội nghị nào từ nay đến cuối năm không ạ?", ("conferences", "từ nay đến cuối năm")),
        ("conferences before the end of the year", ("upcoming", "before the end of the year")),
        ("các hội nghị trước cuối quý", ("upcoming", "trước cuối quý")),
        ("conferences before 2021", ("conferences", "before 2021")),
        ("Có nhiệm vụ nào trước 30/9 không?", ("tasks", "trước 30/9")),
        ("tasks before the end of the year", ("tasks", "before the end of the year")),
        ("nhiệm vụ đến cuối năm", ("tasks", "đến cuối năm")),
        ("tasks next month", ("tasks", "next month")),
        ("tasks due in March 2018", ("tasks", "due in March 2018")),
        ("tasks that are due before the end of the month?",
         ("tasks", "that are due before the end of the month")),
        ("nhiệm vụ đến hạn trong tháng 3/2018", ("tasks", "đến hạn trong tháng 3/2018")),
        ("deadlines this month", ("tasks", "deadlines this month")),
        ("nhiệm vụ của Bộ Công Thương", ("tasks", "của Bộ Công Thương")),
        ("nhiem vu cua Bo Cong Thuong", ("tasks", "cua Bo Cong Thuong")),
        ("tasks of the Ministry of Industry and Trade",
         ("tasks", "of the Ministry of Industry and Trade")),
        ("Show me the tasks for Vu Le Demo", ("tasks", "for Vu Le Demo")),
        ("các nhiệm vụ được giao cho Bộ Thí dụ bằng tiếng Anh",
         ("tasks", "được giao cho Bộ Thí dụ", "en")),
        ("conferences in Hanoi", ("conferences", "in Hanoi")),
        ("hội nghị ở Hà Nội", ("conferences", "ở Hà Nội")),
        ("hoi nghi tai Paris", ("conferences", "tai Paris")),
        ("Which conferences were held in France?", ("conferences", "were held in France")),
        ("Có hội nghị nào tổ chức tại Pháp không?", ("conferences", "tổ chức tại Pháp")),
        ("conferences on climate", ("conferences", "on climate")),
        ("Conferences about climate change in May 2021",
         ("conferences", "about climate change in May 2021")),
        ("hội nghị tại Paris về khí hậu", ("conferences", "tại Paris về khí hậu")),
        ("conferences in Hanoi on trade", ("conferences", "in Hanoi on trade")),
        ("hội nghị về thương mại", ("conferences", "về thương mại")),
        ("hoi nghi ve kinh te bien", ("conferences", "ve kinh te bien")),
        ("international conferences in Hanoi", ("conferences", "international in Hanoi")),
        ("show me international conferences", ("conferences", "international")),
        ("Có hội nghị quốc tế nào ở Hà Nội không?", ("conferences", "quốc tế nào ở Hà Nội")),
        ("hội thảo quốc tế về biển Đông", ("conferences", "quốc tế về biển Đông")),
        ("upcoming conferences on the sea", ("upcoming", "on the sea")),
        ("conferences on 12 March", ("conferences", "on 12 March")),
        ("last year's conferences", ("conferences", "last year")),
        ("dịch: The minister spoke.", ("translate", "The minister spoke.")),
        ("Translate this: Bộ trưởng phát biểu", ("translate", "Bộ trưởng phát biểu")),
        ("nhiệm vụ do ông Thí giao từ tháng 3", ("tasks", "do ông Thí giao từ tháng 3")),
        ("tasks by Vu Le Demo", ("tasks", "by Vu Le Demo")),
        ("what should ASEAN do?", ("tasks", "of ASEAN")),
        ("Bộ Thí dụ cần phải làm gì", ("tasks", "of Bộ Thí dụ")),
        ("sắp tới có hội nghị quốc tế nào không", ("upcoming", "quốc tế nào")),
        ("các hội nghị về sông sắp tới", ("upcoming", "về sông")),
        ("các hội nghị quốc tế sắp tới", ("upcoming", "quốc tế")),
        ("sắp tới có hội nghị nào về sông không", ("upcoming", "nào về sông")),
        ("tóm tắt ASEAN", ("summary", "ASEAN")),
        ("tóm tắt phát biểu của Trần Văn Bình", ("summary", "phát biểu của Trần Văn Bình")),
        ("latest tasks", ("tasks",)),
        ("show tasks on climate", ("tasks", "climate")),
        ("các nhiệm vụ về khí hậu", ("tasks", "khí hậu")),
        ("tasks set by the Prime Minister", ("tasks", "set by the Prime Minister")),
        ("nhiệm vụ do Bộ Thí dụ giao", ("tasks", "do Bộ Thí dụ giao")),
        ("nhiem vu do Bo Thi du giao", ("tasks", "do Bo Thi du giao")),
        ("Which tasks did Vu Le Demo set?", ("tasks", "did Vu Le Demo set")),
        ("nhiệm vụ của Bộ Thí dụ", ("tasks", "của Bộ Thí dụ")),
        ("nhiệm vụ được giao", ("tasks", "")),
        ("search ASEAN in October 2023", ("search", "ASEAN in October 2023")),
        ("tìm biển Đông từ 1/10 đến 15/10", ("search", "biển Đông từ 1/10 đến 15/10")),
        ("tim bien Dong tuan nay", ("search", "bien Dong tuan nay")),
        ("Tìm các bài về ASEAN tháng 10/2023 bằng tiếng Anh",
         ("search", "ASEAN tháng 10/2023", "en")),
        ("dịch bài 6", ("article", "6", "en")),
        ("dịch bài 6 sang tiếng Anh", ("article", "6", "en")),
        ("translate article 6 into Vietnamese", ("article", "6", "vi")),
        ("#6", ("article", "6")),
        ("summary of conference Trial", ("summary", "conference Trial")),
        ("bài mới nhất", ("latest",)),
        ("tasks overdue", ("tasks", "tasks overdue")),
        ("Show me the overdue tasks", ("tasks", "overdue tasks")),
        ("Are there any overdue tasks?", ("tasks", "Are there any overdue tasks")),
        ("nhiệm vụ quá hạn", ("tasks", "nhiệm vụ quá hạn")),
        ("Có việc nào quá hạn không?", ("tasks", "Có việc nào quá hạn")),
        ("What is due this week?", ("tasks", "What is due this week")),
        ("upcoming deadlines in Vietnamese", ("tasks", "upcoming deadlines", "vi")),
        ("hạn trong tháng này", ("tasks", "hạn trong tháng này")),
        ("show me tasks on economic diplomacy", ("tasks", "economic diplomacy")),
        ("các nhiệm vụ về bảo hộ công dân", ("tasks", "bảo hộ công dân")),
        ("Có nhiệm vụ nào sắp đến hạn không?", ("tasks", "Có nhiệm vụ nào sắp đến hạn")),
        ("conferences since 2020 in Hue", ("conferences", "since 2020 in Hue")),
        ("hội nghị tại Pháp tháng 5", ("conferences", "tại Pháp tháng 5")),
        ("conferences and visits", ("conferences",)),
        ("Các sự kiện sắp tới?", ("upcoming",)),
        ("past visits to Japan", ("conferences", "past visits to Japan")),
        ("Dịch sang tiếng Anh: Bộ trưởng phát biểu.",
         ("translate", "Dịch sang tiếng Anh: Bộ trưởng phát biểu.")),
    ],
)  # fmt: skip
def test_requests(text, request_):
    assert read_request(text, TODAY) == Request(*request_)


@pytest.mark.parametrize(
    "text",
    ["", "?", "tasks on", "what should I do", "tôi phải làm gì", "tóm tắt hay nhất", "tasks on climate were set", "tasks due diligence", "thời hạn", "due", "due diligence this month",
     "articles next month", "hội nghị đối ngoại toàn quốc 2021",
     "các nhiệm vụ trọng tâm năm 2022", "summarize this week",
     "summarize 2021", "tóm tắt hội nghị", "article six", "bài 2021", "article 1.5",
     "Conference in March was opened by the minister.", "In March 2018 tasks were set",
     "Nhiệm vụ năm 2021 là hoàn thành báo cáo.\nBáo cáo đã xong.", "tasks\nin 2021",
     "show", "show hello", "show me", "show me Bui Thanh Son", "list of demands", "articles",
     "speakers at the conference", "speakers in 2021", "Hội nghị không", "bài viết", "the article",
     "dịch bệnh", "Dịch sang tiếng Anh là việc khó.",
     "March 2018", "tasks of March 2018 " + "x" * 120, "in English", "song ngữ", "bilingual",
     "in English in English", "search ASEAN", "tìm", "search since", "tìm tuần này",
     "search ASEAN in October 2045", "Find peace in our time", "conferences in", "hội nghị ở",
     "nhiệm vụ của", "tasks for !!!",
     "Nhiệm vụ của chúng ta là bảo vệ dòng sông", "Tasks for the ministry were set on Monday", "education in English", "task in five languages",
     "dạy song ngữ", "task 5 in French", "in English:", "<b>in English</b>"],
)  # fmt: skip
def test_what_says_more_or_less_is_none(text):
    assert read_request(text, TODAY) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=160), st.sampled_from(["", "tasks ", "tóm tắt ", "bài ", "articles from "]))
def test_any_text_is_read(text, begun):
    found = read_request(begun + text, TODAY)
    assert found is None or found.command


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("tasks before Q3 2021", ("tasks", "before Q3 2021", 1)),
        ("Could you show me the tasks set in March 2018, please?", ("tasks", "in March 2018", 1)),
        ("Cho tôi xem các nhiệm vụ trong tháng 3/2018 với ạ", ("tasks", "trong tháng 3/2018", 1)),
        ("conferences in March 2018", ("find_conference", "in March 2018")),
        ("summarize article 1", ("summary", "article", 1)),
        ("Bạn có thể tóm tắt bài 1 được không?", ("summary", "article", 1)),
        ("please show me article 1", ("article", 1, 1, "")),
        ("nhiệm vụ số 7", ("task", 7)),
        ("nhiệm vụ số 7 song ngữ", ("task", 7)),
        ("/task 7 in English", ("task", 7)),
        ("conferences in Hanoi", ("conferences_in", "Hanoi", 1)),
        ("/cachoinghi tại Hà Nội", ("conferences_in", "Hà Nội", 1)),
        ("/conferences in Atlantis", ("conferences_in", "Atlantis", 1)),
        ("/visits to Japan", ("visits", "nhat ban", 1, False)),
        ("/events", ("conferences", 1)),
        ("upcoming conferences in Hanoi", ("conferences_in", "Hanoi", 1, "20240506-21991231")),
        ("/saptoi tại Hà Nội", ("conferences_in", "Hà Nội", 1, "20240506-21991231")),
        ("how many tasks are there?", ("tasks", "", 1)),
        ("có bao nhiêu nhiệm vụ?", ("tasks", "", 1)),
        ("việc cần làm trong tuần này", ("tasks", "trong tuần này", 1)),
        ("tuần tới có hội nghị nào không?", ("find_conference", "tuần tới")),
        ("ngày mai có hội nghị gì?", ("find_conference", "ngày mai")),
        ("What is ASEAN?", ("term", "ASEAN")),
        ("ai phát biểu?", ("speakers", 1)),
        ("Who is Tran Van Binh?", ("find_speaker", "Tran Van Binh")),
        ("When was the Trial Conference held?", ("find_conference", "Trial Conference")),
        ("articles on North Korea", ("search", "North Korea", 1)),
        ("past conferences", ("conferences", 1, "past")),
        ("các hội nghị đã diễn ra", ("conferences", 1, "past")),
        ("/cachoinghi đã diễn ra", ("conferences", 1, "past")),
        ("/conferences in May", ("find_conference", "in May")),
        ("/tasks thử nghiệm bằng tiếng Anh", ("tasks", "thử nghiệm", 1)),
        ("/tasks in English", ("tasks", "", 1)),
        ("/conference trial in Vietnamese", ("find_conference", "trial")),
        ("/search trial in English", ("search", "trial", 1)),
        ("/tim giáo dục song ngữ", ("search", "giáo dục song ngữ", 1)),
        ("/search in English", ("search", "in English", 1)),
        ("/summary article 1 bilingual", ("summary", "article", 1)),
        ("list speakers", ("speakers", 1)),
        ("I want to see the tasks", ("tasks", "", 1)),
        ("Tôi muốn xem các nhiệm vụ", ("tasks", "", 1)),
        # What lies ahead is of deadlines: no article is of then.
        ("tasks before the end of the year", ("tasks", "due before the end of the year", 1)),
        ("Có nhiệm vụ nào trước 30/9 không?", ("tasks", "due trước 30/9", 1)),
        ("tasks next month", ("tasks", "due next month", 1)),
        ("/tasks until the end of the month", ("tasks", "due until the end of the month", 1)),
        ("/tasks due until the end of the month", ("tasks", "due until the end of the month", 1)),
        ("/tasks this month", ("tasks", "this month", 1)),
        ("/tasks 2030", ("tasks", "2030", 1)),
        ("/tasks date", ("tasks", "date", 1)),
        ("Có hội nghị nào tuần tới không?", ("find_conference", "tuần tới")),
        ("conferences before the end of the year", ("find_conference", "06/05/2024 - 31/12/2024")),
    ],
)
async def test_they_do_what_the_command_does(talk, world, text, asked):
    world.asked.clear()
    assert await talk(text, lang="en")
    assert asked in world.asked
    assert not talk.services.worker.texts


async def test_a_forwarded_post_is_no_request(talk, world):
    origin = {"type": "hidden_user", "date": 0, "sender_user_name": "Kênh Thử"}
    await talk("article 1", forward_origin=origin)
    assert world.asked == []


GROUP = {"chat": -7, "user": 8, "kind": "supergroup", "lang": "en"}
NAMED = "@briefing_test_bot"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"{NAMED} tasks", ("tasks", "", 1)),
        (f"{NAMED}, tasks before Q3 2021", ("tasks", "before Q3 2021", 1)),
        (f"{NAMED.upper()}: các hội nghị sắp tới?", ("upcoming", 1)),
        (f"các hội nghị sắp tới {NAMED}", ("upcoming", 1)),
        (f"{NAMED}\nbài 1", ("article", 1, 1, "")),
        (f"{NAMED} what did tran van binh say about trials?", ("said", 4, "trials")),
    ],
)
async def test_they_are_understood_behind_the_name_of_the_bot(talk, world, text, asked):
    place = len(text[: text.lower().index(NAMED)].encode("utf-16-le")) // 2
    mention = [{"type": "mention", "offset": place, "length": len(NAMED)}]
    assert await talk(text, **GROUP, entities=mention)
    assert asked in world.asked


async def test_in_a_group_nobody_else_is_answered(talk, world):
    assert await talk("tasks", **GROUP) == []
    mention = [{"type": "mention", "offset": 0, "length": 12}]
    assert await talk("@another_bot tasks", **GROUP, entities=mention) == []
    assert world.asked == []


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Tây Ban Nha", "Tây Ban Nha"),
        ("cho tôi biết về Bồ Đào Nha", "Bồ Đào Nha"),
        ("Thư cảm ơn", "Thư cảm ơn"),
        ("Anh có thể gia nhập CPTPP khi nào?", "Anh có thể gia nhập CPTPP khi nào?"),
        ("Thừa, thiếu cán bộ", "Thừa, thiếu cán bộ"),
        ("Xin chào, anh có thể cho tôi biết về ASEAN không ạ", "ASEAN không"),
        ("hội nghị đối ngoại nhé", "hội nghị đối ngoại"),
    ],
)
def test_courtesies_end_where_names_begin(text, rest):
    assert without_courtesies(text).text == rest


@pytest.mark.parametrize(
    ("text", "voices"),
    [("task 7 bằng tiếng Anh", ["en"]), ("/nhiemvu 7 in English", ["en"]), ("nhiệm vụ 7", ["vi"]),
     ("task 7 in Vietnamese", ["vi"]), ("nhiệm vụ 7 song ngữ", ["vi", "en"]),
     ("/task 7 bilingual", ["vi", "en"]), ("/task 7 en", ["en"]),
     ("cho tôi xem các nhiệm vụ bằng tiếng Anh", ["en"]),
     ("/tasks in English", ["en"]), ("/tasks 500 in English", ["en"])],
)  # fmt: skip
async def test_an_answer_has_the_language_that_is_wished_for(talk, world, text, voices):
    titles = {"vi": "Nhiệm vụ", "en": "Task"}
    said = " ".join(sent.text for sent in await talk(text, lang="vi"))
    assert [each for each in titles if titles[each] in said] == voices
    [later] = await talk("/tasks", lang="vi")
    assert "Nhiệm vụ" in later.text  # the chat keeps its own language
