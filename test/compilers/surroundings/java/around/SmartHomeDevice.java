package around;

public final class SmartHomeDevice {}
