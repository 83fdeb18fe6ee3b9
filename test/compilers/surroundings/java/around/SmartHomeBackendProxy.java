package around;

public final class SmartHomeBackendProxy {}
