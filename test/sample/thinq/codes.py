"""Codes that are treated alike."""

# Two codes with one text, and the pages disagree about the HTTP status of the second.
UNSUPPORTED = {"1221", "2202"}

# Too many calls. No page lists 1314, but the live service sends it.
SLOW_DOWN = {"1306", "1314"}

# 연결 끊김, 전원 꺼짐
OFFLINE = {"1222", "2304"}
