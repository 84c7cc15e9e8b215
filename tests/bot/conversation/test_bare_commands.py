"""Commands without their slash, and what only begins like one."""

import pytest

from bot.conversation.bare_commands import bare_command


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("follow Tran Van Binh", ("follow", "Tran Van Binh")),
        ("unfollow Tran Van Binh.", ("unfollow", "Tran Van Binh")),
        ("bỏ theo dõi Trần Văn Bình", ("unfollow", "Trần Văn Bình")),
        ("subscribe at 7am", ("subscribe", "7am")),
        ("đăng ký nhận bản tin lúc 7h sáng", ("subscribe", "7h sáng")),
        ("dang ky 7h30", ("subscribe", "7h30")),
        ("unsubscribe 07:00", ("unsubscribe", "07:00")),
        ("pause 3 days", ("pause", "3 days")),
        ("tạm dừng 3 ngày", ("pause", "3 ngày")),
        ("gửi bản tin 7h sáng mỗi ngày", ("subscribe", "7h sáng mỗi ngày")),
        ("send me the digest at 8am", ("subscribe", "8am")),
        ("digest at 25:00", ("subscribe", "25:00")),
        ("my digest settings", ("subscribe", "")),
        ("đổi giờ bản tin sang 8h", ("subscribe", "")),
        ("lịch bản tin", ("subscribe", "")),
        ("tắt bản tin", ("unsubscribe", "")),
        ("stop sending me digests", ("unsubscribe", "")),
        ("speak English", ("language", "English")),
        ("trả lời bằng tiếng Việt", ("language", "tiếng Việt")),
        ("quiet weekends", ("quiet", "weekends")),
        ("nghỉ cuối tuần", ("quiet", "cuối tuần")),
        ("xem bản tin", ("digest", "")),
        ("cho tôi bản tin tuần", ("digest", "")),
        ("the digest", ("digest", "")),
        ("give me today's digest", ("digest", "")),
        ("language English", ("language", "English")),
        ("thuật ngữ: Biển Đông", ("term", "Biển Đông")),
        ("#70", ("article", "70")),
        ("[70]", ("article", "70")),
        ("list all themes", ("summary", "theme")),
        ("các chủ đề", ("summary", "theme")),
        ("Deadlines?", ("tasks", "due")),
    ],
)
def test_commands_without_a_slash(text, command):
    assert bare_command(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "",
        "follow",
        "70",
        "Theo dõi chặt chẽ tình hình",
        "đăng ký kinh doanh trực tuyến",
        "tạm dừng đàm phán",
        "Subscribe to what the two sides have agreed on in 2024 and after",
        "[70",
        "nói tiếng Anh tốt",
        "quiet diplomacy",
        "tắt bản tin thời sự của đài",
        "gửi bản tin cho Bộ",
        "#7a",
        "thời hạn của hiệp định",
    ],
)
def test_what_only_begins_so(text):
    assert bare_command(text) is None
