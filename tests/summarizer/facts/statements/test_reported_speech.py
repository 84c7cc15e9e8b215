"""Speech told in the ways of newspapers: letters, offices for persons, quotations that break. All
names are invented.
"""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Facts, Kind, extract

MINISTER = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải"
PRESIDENT = "Tổng thống Nga Boris Vladenko"
BOTH = "Thủ tướng Lê Văn Mạnh và Thủ tướng Ấn Độ Ravi Nandan"


def read(*paragraphs: str, title: str = "Tin trong ngày") -> Facts:
    return extract(Document.of(title, paragraphs, language="vi"))


def said(facts: Facts) -> list[tuple[int, str]]:
    people = {s.name for s in facts.speakers if s.kind is Kind.PERSON}
    return sorted((s.paragraph, s.speaker) for s in facts.statements if s.speaker in people)


@pytest.mark.parametrize(
    "text",
    [
        f"Bức thư của {PRESIDENT} nhấn mạnh rằng hai nước cần nhau.",
        f"{PRESIDENT} để ngỏ khả năng quay lại thỏa thuận.",
        f"{PRESIDENT} gửi lời xin lỗi các gia đình.",
        f"{PRESIDENT} viết trên Twitter rằng ông sẽ đến.",
        f"Hệ thống mới rất quan trọng với cả nước và đồng minh, {PRESIDENT} phát biểu sáng 4/7.",
        f"{PRESIDENT} từng phát biểu, những bình luận ấy có thể làm tăng căng thẳng.",
        f"{PRESIDENT} mời Thủ tướng Lê Văn Mạnh sang thăm chính thức.",
        f"Kế hoạch này được {PRESIDENT} công bố sáng qua tại Moscow.",
        f"Sau khi liên tục chỉ trích nước láng giềng, {PRESIDENT} rút lại lời mời.",
    ],
)
def test_ways_of_saying(text: str) -> None:
    assert said(read(text)) == [(0, "Boris Vladenko")]


@pytest.mark.parametrize(
    "text",
    [
        f"Ông Lý Tự Minh nói chuyện về quan hệ giữa {PRESIDENT} và nước ngoài.",
        f"Người dân lo ngại những mối đe dọa mà {PRESIDENT} nhắc tới.",
        f"{PRESIDENT} có những lời tuyên bố được phía Triều Tiên nhận định là đe dọa.",
        f"{PRESIDENT} vẫn đợi giải thích từ phía bạn.",
        f"Sau khi nói về kinh tế, {PRESIDENT} chuyển sang đề tài khác.",
        f"Phóng viên gặp ông Đỗ Hữu Tân và {PRESIDENT} trong câu hỏi cuối.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert (0, "Boris Vladenko") not in said(read(text))


def test_those_named_after_between_do_not_speak() -> None:
    facts = read(
        f"Người phát ngôn Sarah Handley nhấn mạnh quan hệ tốt đẹp giữa {PRESIDENT} và Chủ tịch "
        "Trung Quốc Vương Khắc Minh, đồng thời cho biết hai nước đang làm việc."
    )
    assert said(facts) == [(0, "Sarah Handley")]


def test_offices_and_seats_stand_for_persons() -> None:
    facts = read(
        "Bộ trưởng Ngoại giao Triều Tiên Ri Sang-ok đến dự.",
        "Người đứng đầu bộ Ngoại giao Triều Tiên khẳng định lập trường không đổi.",
        "Tổng thống Mỹ Daniel Trumbull đến muộn.",
        "Ông chủ Nhà Trắng cho biết sẽ về sớm.",
        "Tổng thống Philippines, Rodrigo Dutanes ngày 2/10 cho biết đã nhận thư.",
        "Người đứng đầu Philippines từng nhiều lần nói muốn gặp.",
    )
    assert said(facts) == [
        (1, "Ri Sang-ok"),
        (3, "Daniel Trumbull"),
        (4, "Rodrigo Dutanes"),
        (5, "Rodrigo Dutanes"),
    ]


def test_one_office_of_two_countries() -> None:
    facts = read(
        f"{BOTH} gặp nhau hôm qua.",
        "Lãnh đạo Việt Nam và Ấn Độ nhất trí về tầm quan trọng của hòa bình.",
        "Hai thủ tướng đã đạt đồng thuận về các biện pháp hợp tác.",
        "Thủ tướng hai nước cam kết sớm ký hiệp định.",
    )
    two = ["Lê Văn Mạnh", "Ravi Nandan"]
    assert said(facts) == [(paragraph, who) for paragraph in (1, 2, 3) for who in two]


def test_they_are_the_two_the_text_was_about() -> None:
    facts = read(
        f"{BOTH} điện đàm hôm qua.",
        "Người phát ngôn Sarah Handley nói hai thủ tướng khẳng định sẽ hợp tác.",
        '"Họ bày tỏ lo ngại về vụ việc", bà Handley cho hay.',
        "Họ khẳng định như vậy trong ngày.",
    )
    found = said(facts)
    assert (2, "Lê Văn Mạnh") in found
    assert (2, "Ravi Nandan") in found
    assert (2, "Sarah Handley") in found
    alone = read("Nhiều người đến xem.", "Họ cho rằng giá vé quá cao.")
    assert said(alone) == []


def test_words_told_within_a_quotation() -> None:
    facts = read(
        f'"Tôi đã gặp {PRESIDENT}.',
        'Tôi rất vui ", Tổng thống Daniel Trumbull tuyên bố.',
        "“Ông ấy nói rằng mọi việc sẽ tốt”, ông Trumbull nói thêm.",
    )
    assert said(facts) == [
        (0, "Daniel Trumbull"),
        (1, "Daniel Trumbull"),
        (2, "Boris Vladenko"),
        (2, "Daniel Trumbull"),
    ]


def test_a_quotation_that_opens_anew_with_each_paragraph() -> None:
    facts = read(
        f"{MINISTER} đề nghị các bên hợp tác.",
        "Chính phủ sẽ đầu tư kinh phí cần thiết.",
        '" Làm sao chúng ta có một thành phố đẹp, đó là mục tiêu.',
        "Mọi người sẵn sàng lắng nghe.",
        '" Tôi đồng ý là kết hợp tốt với các viện.',
        'Đây là nơi nhiều người sẽ đến ".',
        "Trời hôm ấy có mưa lớn ở nhiều nơi.",
    )
    assert said(facts) == [(paragraph, "Trần Văn Khải") for paragraph in range(6)]


def test_quotation_within_a_quotation_and_a_lost_mark() -> None:
    facts = read(
        "“Phương Tây theo nguyên tắc: “Ai không theo ta là chống ta”.",
        "Họ đang mở rộng về phía Đông”, Ngoại trưởng Nga Sergey Lavrin nói tại phiên họp.",
    )
    assert said(facts) == [(0, "Sergey Lavrin"), (1, "Sergey Lavrin")]


def test_words_pointed_at_afterwards() -> None:
    facts = read(
        '" Chuyến thăm của ông là một yếu tố tích cực cho quan hệ.',
        'Nó sẽ rất quan trọng với chúng ta ".',
        "Đó là đáp từ của Bộ trưởng Quốc phòng Trung Quốc Ngụy Phong Hòa tại họp báo.",
    )
    assert {(0, "Ngụy Phong Hòa"), (1, "Ngụy Phong Hòa")} <= set(said(facts))


def test_this_expert_and_what_follows_from_it() -> None:
    facts = read(
        "Chuyên gia Dmitry Abzarov cho rằng đàm phán sẽ khó.",
        "Đây sẽ là một thành công nếu các bên cùng thắng, chuyên gia này tin tưởng.",
        "Nếu không, các cuộc đàm phán có nguy cơ thất bại.",
        "Tuy nhiên, khả năng ấy không lớn và cần thêm thời gian.",
        "Tuy nhiên, ngày 3/5 đoàn đã rời khách sạn.",
    )
    assert said(facts) == [(paragraph, "Dmitry Abzarov") for paragraph in range(4)]


def test_days_of_the_week_link_nothing() -> None:
    facts = read(f"{MINISTER} bác bỏ tin này.", "Thứ tư tuần trước, một viện tổ chức đối thoại.")
    assert said(facts) == [(0, "Trần Văn Khải")]


def test_a_country_or_a_group_before_the_verb_speaks_itself() -> None:
    facts = read(
        f"{PRESIDENT} gặp khách, ngay sau khi Washington thông báo tăng trừng phạt.",
        f"{PRESIDENT} im lặng, nhưng một số cựu quan chức đã chỉ trích quyết định.",
        "Chính quyền Vladenko kỳ vọng vào bước tiến.",
    )
    assert said(facts) == []


def test_about_whom_the_sentence_is() -> None:
    facts = read(
        "Tổng thống Mỹ Daniel Trumbull nói hai bên đã trao đổi.",
        f"Về phía {PRESIDENT}, ông cho biết rất hài lòng.",
    )
    assert said(facts) == [(0, "Daniel Trumbull"), (1, "Boris Vladenko")]


def test_imperatives_go_on_over_paragraphs() -> None:
    facts = read(
        f"{MINISTER} đề nghị hai bên tuân thủ các thỏa thuận đã ký.",
        "Phát huy các cơ chế hiện có để xây dựng lòng tin trên biển.",
        "Thực hiện đầy đủ và hiệu quả tuyên bố về ứng xử của các bên.",
    )
    assert [paragraph for paragraph, _ in said(facts)] == [0, 1, 2]


def test_greetings_are_sent_and_pictures_are_not_words() -> None:
    facts = read(
        f"{PRESIDENT} gửi tới nhân dân nước bạn những lời chúc mừng tốt đẹp nhất.",
        f"{PRESIDENT} chia sẻ bức ảnh ông chụp hôm qua.",
        f"{PRESIDENT} gửi quân tới biên giới.",
    )
    assert said(facts) == [(0, "Boris Vladenko")]


def test_a_quotation_far_from_its_speaker_and_a_lead_that_names_it() -> None:
    far = f'{PRESIDENT} kết thúc bài phát biểu của mình với câu hỏi: "Chúng ta sẽ đi về đâu?".'
    assert said(read(far)) == [(0, "Boris Vladenko")]
    facts = extract(
        Document.of(
            "Vốn ngoại chiếm tỷ trọng quá lớn",
            ["Hội nghị diễn ra chiều qua."],
            lead=f"Đó là phân tích của {PRESIDENT} tại diễn đàn.",
            language="vi",
        )
    )
    assert said(facts) == [(-2, "Boris Vladenko"), (-1, "Boris Vladenko")]


def test_sources_and_groups_are_not_the_person_before_them() -> None:
    facts = read(
        f"{PRESIDENT} chiều nay dự kiến hội đàm, tin từ Bộ Ngoại giao Việt Nam cho biết.",
        f"{PRESIDENT} dự kiến có bài phát biểu tại phiên họp, chia sẻ tầm nhìn của mình.",
        f"Một quan chức nói các phát biểu của {PRESIDENT} là “lừa dối, mâu thuẫn với bằng chứng”.",
        f"Các lãnh đạo, trong đó có Thủ tướng Lê Văn Mạnh, {PRESIDENT}, nhấn mạnh vai trò của luật.",
    )
    assert said(facts) == []


def test_somebodys_proposal_and_a_demand_that_goes_on() -> None:
    facts = read(
        "Theo đề xuất của giáo sư Võ Tùng Xuyên, nông dân phải đoàn kết, cùng một chí hướng.",
        "Các cơ quan phải thúc đẩy hợp tác hướng tới trật tự công bằng.",
    )
    assert said(facts) == [(0, "Võ Tùng Xuyên"), (1, "Võ Tùng Xuyên")]


def test_a_mark_alone_at_the_head_of_a_sentence_closes() -> None:
    facts = read(
        '" Nước bạn là một đối tác của chúng tôi.',
        "Nhưng làm ơn hãy làm điều gì đó.",
        '", Tổng thống Rodrigo Dutanes lên án thẳng thắn.',
        "Trời hôm đó nhiều mây và có gió nhẹ.",
    )
    assert said(facts) == [(paragraph, "Rodrigo Dutanes") for paragraph in range(3)]


def test_hedges_links_and_nouns_with_a_capital() -> None:
    facts = read(
        f"{PRESIDENT} nói mọi việc đều ổn.",
        "Ngoài ra, Hàn Quốc cũng tuyên bố loại nước khác khỏi danh sách.",
        "Song song với quan hệ hữu nghị, hợp tác kinh tế vẫn khiêm tốn.",
        f"{PRESIDENT} dường như rất hoan nghênh doanh nghiệp nước ngoài.",
        f"{PRESIDENT} đến nhận phê duyệt Báo cáo tiền khả thi dự án.",
    )
    assert said(facts) == [(0, "Boris Vladenko")]


def test_a_person_affirms_a_role_and_a_body_only_plays_it() -> None:
    facts = read(
        f"{PRESIDENT} cũng khẳng định vai trò quan trọng của nhóm bạn bè.",
        "Quốc hội khẳng định vai trò trong đời sống đất nước.",
    )
    assert [(s.paragraph, s.speaker) for s in facts.statements] == [(0, "Boris Vladenko")]


@pytest.mark.parametrize(
    "text",
    [
        "Người phát ngôn Tổng thống Nga bác bỏ cáo buộc này.",
        "Trợ lý của Tổng thống Nga khẳng định mọi việc đều ổn.",
        f"{PRESIDENT} im lặng và người phát ngôn Tổng thống Nga sau đó cũng bác bỏ cáo buộc.",
    ],
)
def test_whoever_speaks_for_a_president_is_not_the_president(text: str) -> None:
    assert said(read(f"{PRESIDENT} đã đến Cuba.", text)) == []


def test_a_spokesman_is_known_by_his_office() -> None:
    facts = read(
        f"{PRESIDENT} đã đến Cuba. Bà Anna Ruzova, người phát ngôn Tổng thống Nga, đi cùng.",
        "Người phát ngôn Tổng thống nói thêm rằng mọi việc đều ổn.",
    )
    assert said(facts) == [(1, "Anna Ruzova")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            f"{MINISTER} cảnh báo rằng {PRESIDENT} phải rút quân, đồng thời nói rằng sẽ có hậu quả.",
            ["Trần Văn Khải"],
        ),
        # whoever is told of may speak where the other says nothing more
        (
            f"{MINISTER} cho biết rằng {PRESIDENT} nói mọi việc đều ổn.",
            ["Boris Vladenko", "Trần Văn Khải"],
        ),
    ],
)
def test_who_speaks_first_says_what_is_added(text: str, speakers: list[str]) -> None:
    assert [name for _, name in said(read(text))] == speakers


def test_nobody_says_one_sentence_twice() -> None:
    facts = read(
        f"{PRESIDENT} so sánh hai nước: “Chúng ta chưa làm được nhiều.",
        "Nước bạn đã đi xa hơn’, ông nói.",
        "Về kinh tế, Tổng thống nói đã có nhiều tiến bộ. Tổng thống cho biết sẽ làm “nhiều việc”.",
    )
    spoken = [(s.sentence, s.speaker) for s in facts.statements]
    assert len(spoken) == len(set(spoken))


def test_who_is_told_to_follow_up_agreed_projects_says_nothing() -> None:
    text = "Foreign Minister Dang Van Tu instructed the Embassy to follow up on agreed projects."
    facts = extract(Document.of("News", [text], language="en"))
    assert [s.speaker for s in facts.statements] == ["Dang Van Tu"]


@pytest.mark.parametrize(
    ("paragraphs", "language", "speakers"),
    [
        (
            (
                "Foreign Minister Dang Van Tu will visit Laos, spokesperson Tran Thi Lam said.",
                '"The visit will deepen ties," she said.',
            ),
            "en",
            ["Tran Thi Lam", "Tran Thi Lam"],
        ),
        (
            (
                f"{MINISTER} sẽ thăm Lào, người phát ngôn Lê Hoài Thu cho biết.",
                "Bà nói thêm chuyến thăm kéo dài ba ngày.",
            ),
            "vi",
            ["Lê Hoài Thu", "Lê Hoài Thu"],
        ),
        # who only says it within the sentence is not its source
        (
            (
                f"{MINISTER} bắt tay {PRESIDENT}, ông Vladenko nói về hòa bình ở các châu lục.",
                "Ông nhấn mạnh cần làm ngay.",
            ),
            "vi",
            ["Boris Vladenko", "Trần Văn Khải"],
        ),
    ],
)
def test_the_source_at_the_end_of_a_sentence_goes_on(
    paragraphs: tuple[str, ...], language: str, speakers: list[str]
) -> None:
    facts = extract(Document.of("Tin", paragraphs, language=language))
    assert [s.speaker for s in facts.statements] == speakers
