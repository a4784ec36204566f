package offprint.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import javax.net.ssl.SSLException;
import offprint.document.Sighting;

/** That a server gave no answer, and in a word why. */
final class NoAnswer extends Exception {
  static final String BAD_ADDRESS = "bad-address";
  static final String NOT_ASKED = "not-asked";
  static final String PRIVATE = "private";
  static final String BUSY = "busy";
  static final String TIMEOUT = "timeout";
  static final String UNTRUSTED = "untrusted";
  static final String UNREACHABLE = "unreachable";
  static final String BROKEN_OFF = "broken-off";
  static final String REDIRECTS = "redirects";

  private static final long serialVersionUID = 1;

  private final String word;

  /** Whether nobody was asked. */
  static boolean isUnasked(Sighting seen) {
    return List.of(NOT_ASKED, PRIVATE, BUSY).contains(String.valueOf(seen.status()));
  }

  NoAnswer(String word) {
    super(word);
    this.word = word;
  }

  NoAnswer(Throwable cause) {
    super(cause);
    this.word = word(cause);
  }

  String word() {
    return word;
  }

  // The client wraps what it met once or twice.
  private static String word(Throwable cause) {
    boolean connecting = false;
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof HttpTimeoutException) {
        return TIMEOUT;
      } else if (t instanceof UnresolvedAddressException) {
        return Sighting.NO_SUCH_HOST;
      } else if (t instanceof SSLException) {
        return UNTRUSTED;
      }
      connecting |= t instanceof ConnectException;
    }
    return !connecting && cause instanceof IOException ? BROKEN_OFF : UNREACHABLE;
  }
}
