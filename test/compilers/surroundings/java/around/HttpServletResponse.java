package around;

import java.io.PrintWriter;

public interface HttpServletResponse {
  int SC_BAD_REQUEST = 400;
  int SC_UNAUTHORIZED = 401;
  int SC_FORBIDDEN = 403;
  int SC_NOT_FOUND = 404;
  int SC_NOT_ACCEPTABLE = 406;
  int SC_PRECONDITION_FAILED = 412;
  int SC_INTERNAL_SERVER_ERROR = 500;
  int SC_SERVICE_UNAVAILABLE = 503;

  void setStatus(int status);

  PrintWriter getWriter();
}
