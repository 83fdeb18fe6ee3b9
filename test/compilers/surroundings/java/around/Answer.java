package around;

public final class Answer {}
