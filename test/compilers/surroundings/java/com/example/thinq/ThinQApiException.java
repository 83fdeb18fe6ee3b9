package com.example.thinq;

public class ThinQApiException extends around.ThinQApiException {}
