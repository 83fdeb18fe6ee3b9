package thinq;

public class ApiException extends around.ThinQException {}
