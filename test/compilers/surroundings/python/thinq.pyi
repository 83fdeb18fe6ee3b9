"""A client for ThinQ of somebody's own."""

class ApiError(Exception):
    code: str
    message: str
