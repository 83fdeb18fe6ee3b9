package around;

public enum Handler {
  OFFLINE,
  OFF
}
