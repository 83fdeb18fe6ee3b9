package around;

public class ThinQTimeoutException extends ThinQException {}
