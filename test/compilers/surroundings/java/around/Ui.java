package around;

public interface Ui {
  void offline();

  void off();
}
