"""Events under every wording: without a noun, by who meets, by partners, place or day only."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Conference, extract
from summarizer.facts.events.wordings import same_event, wording_of


def found(*paragraphs: str, title: str = "Tin trong ngày", lead: str = "") -> list[Conference]:
    document = Document.of(title, paragraphs, lead=lead, language="vi")
    return list(extract(document).conferences)


def names(*paragraphs: str, **parts: str) -> list[str]:
    return [conference.name for conference in found(*paragraphs, **parts)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lào sẽ giữ vai trò chủ tịch ADMM 14 vào năm tới.", "ADMM 14"),
        ("Hai bộ trưởng gặp nhau bên lề ASEM lần thứ 15 hôm nay.", "ASEM lần thứ 15"),
        ("Thành phố đã đăng cai APEC 2031 rất thành công.", "APEC 2031"),
        ("Ông đọc diễn văn tại Shangri-La 2031 cuối tuần qua.", "Shangri-La 2031"),
        ("Bộ trưởng tới Oslo dự Davos vào tuần sau.", "Davos"),
        ("Tại G20 ở Osaka, hai bên đã gặp nhau.", "G20"),
        ("Trong khuôn khổ Tuần lễ APEC tại Đà Nẵng, ông đăng ảnh.", "Tuần lễ APEC"),
        (
            "Ông nói bên lề diễn đàn kinh tế tại St Petersburg.",
            "diễn đàn kinh tế tại St Petersburg",
        ),
        ("Thủ tướng sẽ dự Cấp cao Đông Á (EAS) lần thứ 30.", "Cấp cao Đông Á (EAS) lần thứ 30"),
        ("Bà vắng mặt tại Oslo Security Conference 2031.", "Oslo Security Conference 2031"),
    ],
)
def test_names_without_an_event_noun(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Việc chuẩn bị cho Năm APEC 2031 đang đúng tiến độ.",
        "Nước này là Chủ tịch APEC 2031.",
        "Ủy ban quốc gia APEC 2031 đã làm việc.",
        "APEC 21 thành viên đã đồng ý.",
        "Đoàn quan chức Cấp cao ASEAN đã lên đường.",
        "Lãnh đạo các nước G20 lên tiếng.",
        "Hội thi tay nghề XYZ lần thứ 4 kết thúc.",
        "Đảng cầm quyền Đại hội Nhân dân Sao Mai thắng cử.",
        "Theo báo cáo của Diễn đàn Kinh tế Sao Mai, lạm phát tăng.",
        "Đại biểu phát biểu trên diễn đàn Quốc hội về dịch bệnh.",
        "Việc này đã được nêu tại diễn đàn Quốc hội.",
        "Bà cắt băng khai trương Tuần lễ hàng Việt Nam tại Singapore.",
        "Đại hội đồng Liên hợp quốc ngày 13/6 đã thông qua nghị quyết.",
        "Ủy ban được thành lập bởi Đại hội đồng Liên hợp quốc.",
        "Hai nhà lãnh đạo đã gặp thượng đỉnh hồi tháng 6.",
        "Đó là cơ hội thảo luận về những vấn đề còn khác biệt.",
        "Trung tâm đã tổ chức 40 hội nghị khoa học quốc tế đỉnh cao và 16 lớp học.",
        "Sau vòng tham vấn thứ ba với các đảng, ông từ chức.",
        "Nhà vua vắng mặt trong cuộc họp nội bộ thứ ba tuần trước.",
        "Ông từng dự nhiều cuộc họp của Hội đồng Bảo an.",
        "Chuẩn bị tốt cho đại hội Đảng bộ các cấp.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Nghị quyết được đưa ra trong cuộc họp khẩn của Hội đồng Bảo an Liên Hợp Quốc.",
            "cuộc họp khẩn của Hội đồng Bảo an Liên Hợp Quốc",
        ),
        (
            "Ông tới Vienna để dự cuộc họp các ngoại trưởng Liên minh châu Âu hôm nay.",
            "cuộc họp các ngoại trưởng Liên minh châu Âu",
        ),
        (
            "Ông kể điều đó trong cuộc họp kín của đảng Biển Xanh gần đây.",
            "cuộc họp kín của đảng Biển Xanh",
        ),
        (
            "Đoàn dự Phiên họp lần thứ 9 các quan chức cấp cao (SOM) ASEAN - Nhật Bản về nghề cá.",
            "Phiên họp lần thứ 9 các quan chức cấp cao (SOM) ASEAN - Nhật Bản về nghề cá",
        ),
        (
            "Bà dự phiên đối thoại cấp cao về bảo vệ rừng ngập mặn giữa hai nước ở Huế.",
            "phiên đối thoại cấp cao về bảo vệ rừng ngập mặn giữa hai nước",
        ),
        (
            "Ông nói tại Hội nghị trực tuyến Chính phủ với các địa phương sáng 4/7.",
            "Hội nghị trực tuyến Chính phủ với các địa phương",
        ),
        (
            "Ông dự đối thoại quốc phòng Việt Nam - Lào năm 2031 ở Huế.",
            "đối thoại quốc phòng Việt Nam - Lào năm 2031",
        ),
    ],
)
def test_common_meetings_are_told_by_who_meets(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Hội nghị Sông Lam lần thứ 5 ban hành ba nghị quyết.",
            "Hội nghị Sông Lam lần thứ 5",
        ),
        (
            "Ông dự Hội nghị Bộ trưởng giữa ASEAN với Australia, Ấn Độ và Canada.",
            "Hội nghị Bộ trưởng giữa ASEAN với Australia, Ấn Độ và Canada",
        ),
        (
            "Ông chủ trì phiên họp thứ 16 của Ban Chỉ đạo Trung ương về phòng, chống tham nhũng.",
            "phiên họp thứ 16 của Ban Chỉ đạo Trung ương về phòng, chống tham nhũng",
        ),
        (
            "Tọa đàm Hợp tác kinh tế, thương mại Việt Nam - Peru 2031 kết thúc.",
            "Tọa đàm Hợp tác kinh tế, thương mại Việt Nam - Peru 2031",
        ),
        (
            "Ông dự hội nghị gặp mặt các nhà đầu tư Sông Hương lần thứ 10 sáng nay.",
            "hội nghị gặp mặt các nhà đầu tư Sông Hương lần thứ 10",
        ),
        (
            "Bà dự Hội nghị hiến kế xây dựng TP Huế xanh hôm nay.",
            "Hội nghị hiến kế xây dựng TP Huế xanh",
        ),
        (
            "Ông dự hội nghị cấp cao các nước tham gia Hiệp định Sao Mai lần thứ 2.",
            "hội nghị cấp cao các nước tham gia Hiệp định Sao Mai lần thứ 2",
        ),
        (
            "Hội nghị sơ kết hợp tác giữa Bộ Thông tin - Truyền thông và UBND TP Huế khai mạc.",
            "Hội nghị sơ kết hợp tác giữa Bộ Thông tin - Truyền thông và UBND TP Huế",
        ),
        ("Hai ông gặp nhau tại hội nghị thượng đỉnh G -20 tuần này.", "hội nghị thượng đỉnh G -20"),
    ],
)
def test_where_such_names_end(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_list_of_leaders_meetings_is_several_events() -> None:
    assert sorted(
        names("Ông sẽ dự các hội nghị, gồm Cấp cao ASEAN +3, Cấp cao Đông Á (EAS) trong hai ngày.")
    ) == ["Cấp cao ASEAN +3", "Cấp cao Đông Á (EAS)"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hội nghị Trung ương 5", "Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng"),
        ("phiên họp thứ 90 của Đại hội đồng LHQ", "Đại hội đồng Liên Hợp Quốc"),
        ("hội nghị ngoại trưởng ASEAN", "Hội nghị Bộ trưởng Ngoại giao ASEAN"),
        ("Hội nghị thượng đỉnh các nước châu Âu", "Hội nghị thượng đỉnh châu Âu lần thứ 8"),
        ("diễn đàn an ninh khu vực Đối thoại Shangri - la", "Đối thoại Shangri-La"),
        ("Hội nghị an ninh châu Á - Đối thoại Sao Mai", "Đối thoại Sao Mai"),
        ("hội nghị thượng đỉnh liên Triều", "thượng đỉnh Hàn Quốc - Triều Tiên"),
    ],
)
def test_one_event_by_its_words_alone(one: str, other: str) -> None:
    assert same_event(wording_of(one), wording_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "hội nghị giữa Tổng thống Moon Jae - in và lãnh đạo Kim Jong-un",
            "hội nghị thượng đỉnh liên Triều",
        ),
        (
            "cuộc gặp thượng đỉnh giữa tổng thống Donald Trump và lãnh đạo Triều Tiên Kim Jong Un",
            "hội nghị thượng đỉnh mang tính lịch sử giữa Mỹ và Triều Tiên",
        ),
    ],
)
def test_statesmen_meet_for_their_states(one: str, other: str) -> None:
    assert len(names(f"Hai bên chuẩn bị {one}.", f"Báo chí viết nhiều về {other}.")) == 1


def test_leaders_without_a_known_state_stand_for_none() -> None:
    one = "hội nghị thượng đỉnh giữa ông Khải Minh Sơn và lãnh đạo Triều Tiên Kim Jong-un"
    other = "hội nghị thượng đỉnh Mỹ - Triều"
    assert len(names(f"Hai bên chuẩn bị {one}.", f"Báo chí viết nhiều về {other}.")) == 2


def test_a_name_that_somebody_else_has_stands_for_no_state() -> None:
    other = "Hội nghị thượng đỉnh Mỹ - Triều kết thúc."
    one = "Hội nghị thượng đỉnh giữa Mỹ và ông Kim kết thúc."
    assert len(names(one, other)) == 1
    assert len(names("Giám đốc Sở Y tế Nguyễn Văn Kim phát biểu.", one, other)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Hội nghị Bộ trưởng Quốc phòng của Mỹ và Nhật Bản kết thúc.",
            "Hội nghị thượng đỉnh Mỹ - Nhật kết thúc.",
        ),
        (
            "Nga chuẩn bị hội nghị thượng đỉnh với Mỹ.",
            "Trung Quốc dự hội nghị thượng đỉnh với Tổng thống Mỹ Donald Trump.",
        ),
    ],
)
def test_ministers_and_other_partners_meet_elsewhere(one: str, other: str) -> None:
    assert len(names(one, other)) == 2


def test_the_wording_with_the_edition_names_a_summit() -> None:
    second = "cuộc gặp thượng đỉnh Mỹ - Triều lần 2"
    text = "Hội nghị thượng đỉnh Mỹ - Triều đã bế mạc."
    assert names(f"Hà Nội đón {second}.", text) == [second]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hội nghị G7", "Hội nghị thượng đỉnh G7 mở rộng"),
        ("Hội nghị Quốc phòng Sao Mai lần thứ 6", "hội nghị quốc phòng Sao Mai hồi năm ngoái"),
        ("Đối thoại Shangri-La", "Đối thoại Shangri-La năm trước"),
    ],
)
def test_the_meeting_of_guests_and_that_of_last_year_are_others(one: str, other: str) -> None:
    assert len(names(f"Thủ tướng dự {one}.", f"Báo chí nhắc lại {other}.")) == 2


def test_the_first_is_not_the_second() -> None:
    one, other = "Hội nghị thượng đỉnh Nga - Lào đầu tiên", "hội nghị thượng đỉnh Nga - Lào lần hai"
    assert not same_event(wording_of(one), wording_of(other))


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        (
            (
                "Tổng thống Nga Ivan Sokolov và Tổng thống Pháp Jean Morel sẽ gặp nhau.",
                "Cuộc gặp thượng đỉnh Sokolov - Morel được mong đợi.",
                "Trước hội nghị thượng đỉnh Nga - Pháp, an ninh được thắt chặt.",
            ),
            "hội nghị thượng đỉnh Nga - Pháp",
        ),
        (
            (
                "Hội nghị thượng đỉnh Nga - Pháp tại Oslo diễn ra hôm 16/7.",
                "Sau thượng đỉnh Oslo, hai bên im lặng.",
            ),
            "Hội nghị thượng đỉnh Nga - Pháp",
        ),
        (
            (
                "Đoàn dự hội nghị Bộ trưởng Biển ASEAN lần thứ 10 (AMB 10) ở Huế.",
                "Hội nghị AMB 10 kết thúc chiều nay.",
            ),
            "hội nghị Bộ trưởng Biển ASEAN lần thứ 10",
        ),
        (
            (
                "Bộ trưởng dự diễn đàn an ninh châu Á, Đối thoại Shangri - La, hôm nay.",
                "Đối thoại Shangri-La là diễn đàn an ninh liên chính phủ.",
            ),
            "Đối thoại Shangri - La",
        ),
    ],
)
def test_one_event_of_an_article(paragraphs: tuple[str, ...], name: str) -> None:
    assert names(*paragraphs) == [name]


def test_a_headline_ends_where_the_text_ends_the_name() -> None:
    assert names(
        "Ông dự Hội nghị thượng đỉnh Bắc Hải sáng nay.",
        title="Hội nghị thượng đỉnh Bắc Hải ưu tiên nghề cá",
    ) == ["Hội nghị thượng đỉnh Bắc Hải"]


def test_two_editions_stay_two() -> None:
    editions = names(
        "Ông dự Hội nghị Cấp cao ASEAN lần thứ 43 tại Oslo.",
        "Hồi tháng 4, ông đã dự Hội nghị Cấp cao ASEAN lần thứ 42.",
        title="Thủ tướng dự Hội nghị Cấp cao ASEAN",
    )
    assert len(editions) == 2


def test_a_summit_told_by_place_and_day_only() -> None:
    events = found(
        "Ông Sokolov bị chỉ trích sau hội nghị thượng đỉnh tại Oslo hồi tháng 7.",
        "Ông sẽ dự hội nghị thượng đỉnh G20 ở Peru.",
    )
    assert {(e.name, e.place, e.starts.month) for e in events} == {
        ("hội nghị thượng đỉnh tại Oslo", "Oslo", 7),
        ("hội nghị thượng đỉnh G20", "Peru", None),
    }


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "Hội nghị thượng đỉnh Nga - Pháp mở tại Oslo.",
            "Tại hội nghị thượng đỉnh ở Oslo, ông vắng mặt.",
        ),
        ("Ông muốn có một hội nghị thượng đỉnh ở Oslo.",),
    ],
)
def test_a_bare_summit_refers_or_is_any(paragraphs: tuple[str, ...]) -> None:
    assert "hội nghị thượng đỉnh ở Oslo" not in names(*paragraphs)


def test_the_first_edition_beside_the_second() -> None:
    events = found(
        'Hội thảo "Đất và Rừng" lần hai mở ở Huế hôm 14/11.',
        "Hội thảo lần thứ nhất đã được tổ chức vào tháng 8/2030.",
    )
    assert [(e.starts.year, e.starts.month) for e in events if "thứ nhất" in e.name] == [(2030, 8)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bà đến Philippines để tham dự Hội nghị Cấp cao Bắc Hải.", "Philippines"),
        ("Tại Paris, trong hội nghị thượng đỉnh Bắc Hải, ông im lặng.", "Paris"),
        ("Đó là Hội nghị thượng đỉnh Bắc Hải (Hà Nội, 19/5/2031).", "Hà Nội"),
        (
            "Ông dự Hội nghị Cấp cao Bắc Hải lần thứ 3 và các Hội nghị Cấp cao liên quan tại Manila.",
            "Manila",
        ),
        ("Trong cuộc gặp ở Washington ngày 9-1, họ nhắc tới Hội nghị Cấp cao Bắc Hải.", ""),
        ("Hội nghị thượng đỉnh Bắc Hải về tự do hàng hải ở Biển Đông khai mạc.", ""),
        ("Hội thảo Bắc Hải do Đại sứ quán Lào tại Việt Nam tổ chức.", ""),
    ],
)  # fmt: skip
def test_places(text: str, place: str) -> None:
    assert [event.place for event in found(text)] == [place]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Ông mong Hội nghị Cấp cao Bắc Hải tại Đà Nẵng vào tháng 11 năm nay thành công.", 11),
        ("Chiều 19-2, ông chủ trì cuộc họp rà soát chuẩn bị Hội nghị Cấp cao Bắc Hải.", None),
        ("Họp báo về công tác tổ chức hội nghị thượng đỉnh Bắc Hải sáng 25-2 rất đông.", None),
    ],
)
def test_days_of_the_event_and_of_what_prepares_it(text: str, month: int | None) -> None:
    assert [event.starts.month for event in found(text) if "Bắc Hải" in event.name] == [month]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ông dự diễn đàn an ninh khu vực Đối thoại Sao Mai lần thứ 3 hôm nay.",
            "Đối thoại Sao Mai lần thứ 3",
        ),
        ("Ông nói tại Hội nghị báo chí toàn quốc sáng nay.", "Hội nghị báo chí toàn quốc"),
        (
            "Ông dự Hội nghị người Việt Nam ở nước ngoài toàn thế giới sáng nay.",
            "Hội nghị người Việt Nam ở nước ngoài toàn thế giới",
        ),
        (
            "Ông nói tại phiên thảo luận tổ về tình hình kinh tế - xã hội sáng nay.",
            "phiên thảo luận tổ về tình hình kinh tế - xã hội",
        ),
        (
            "Ông nói tại tọa đàm doanh nghiệp hai nước ngày 8-6.",
            "tọa đàm doanh nghiệp hai nước",
        ),
        (
            "Bà dự Hội nghị liên Bộ trưởng Ngoại giao - Kinh tế APEC lần thứ 29 ở Huế.",
            "Hội nghị liên Bộ trưởng Ngoại giao - Kinh tế APEC lần thứ 29",
        ),
        ("Bà dự Diễn đàn an ninh khu vực (DAK) chiều nay.", "Diễn đàn an ninh khu vực"),
    ],
)
def test_common_words_that_name_one(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch đề nghị Hội nghị tập trung đánh giá tiến triển của hợp tác.",
        "Báo cáo là cơ sở để Đại hội đánh giá hoạt động của Ban Chấp hành.",
        "Các tổ chức quốc tế như Ngân hàng Sao Mai (SM), Diễn đàn Kinh tế Sông Lam đã có mặt.",
        "Ông đưa ra sáng kiến thành lập Diễn đàn Hợp tác Biển Xanh.",
        "Họ cam kết thực hiện Thỏa thuận COP 21.",
        "Ông nói rằng một hội nghị thượng đỉnh Nga - Pháp hoàn toàn có thể xảy ra.",
        "Đoàn thể thao dự Đại hội Thể thao châu Á ở Huế.",
        "Ông từng là chủ tịch Hội nghị nhân dân tối cao.",
        'Hai bên có cuộc đối thoại "mang tính xây dựng" ở Oslo.',
    ],
)
def test_what_acts_or_is_a_body_is_no_event(text: str) -> None:
    assert names(text) == []


def test_a_second_name_after_a_comma() -> None:
    assert names(
        "Hội nghị an ninh châu Á, hay còn gọi là Đối thoại Sao Mai, mở hôm nay.",
        "Bên lề Đối thoại Sao Mai, ông gặp nhiều người.",
    ) == ["Hội nghị an ninh châu Á"]


def test_what_only_the_title_paraphrases_is_the_event_of_the_lead() -> None:
    assert names(
        "Bộ trưởng dự Đối thoại Sao Mai hôm nay.",
        title="Bộ trưởng dự diễn đàn an ninh châu Á",
    ) == ["Đối thoại Sao Mai"]


def english(text: str) -> list[str]:
    document = Document.of("News of the day", [text], lead="", language="en")
    return [conference.name for conference in extract(document).conferences]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He spoke at ADMM 14 in Hue.", "ADMM 14"),
        ("The Laos - Peru business forum drew many.", "Laos - Peru business forum"),
        (
            "ASEAN foreign ministers' meeting opened in Bangkok on July 30.",
            "ASEAN foreign ministers' meeting",
        ),
        (
            "The sixth plenum of the Party Central Committee closed on October 9.",
            "sixth plenum of the Party Central Committee",
        ),
        (
            "The national conference on diplomacy took place in Hue.",
            "national conference on diplomacy",
        ),
        (
            "The second summit between President Tran Van Khai and Jean Morel ended early.",
            "second summit between President Tran Van Khai and Jean Morel",
        ),
        ("The UN Security Council meeting on Monday ended.", "UN Security Council meeting"),
        (
            "The 74th session of the UN General Assembly opens on September 17.",
            "74th session of the UN General Assembly",
        ),
    ],
)
def test_english_names_in_small_letters(text: str, name: str) -> None:
    assert english(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "He is president of the World Economic Forum.",
        "He chaired a meeting on flood relief in Hue.",
        "The first meeting between the two leaders was warm.",
        "Laos supports dialogue on the basis of law.",
        "They agreed to hold a meeting of experts.",
    ],
)
def test_english_meetings_of_a_kind(text: str) -> None:
    assert english(text) == []


def test_english_day_behind_the_place() -> None:
    document = Document.of(
        "News", ["She attended the 43rd ASEAN Summit in Jakarta on September 5."], language="en"
    )
    (summit,) = extract(document).conferences
    assert (summit.place, summit.starts.month, summit.starts.day) == ("Jakarta", 9, 5)
