package offprint.source;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell the author.
 *
 * @param severity what it does to the exit status
 * @param code short and stable, such as {@code missing-picture}; what scripts look for
 * @param place where
 * @param message what is wrong or was inferred; small words, no full stop
 * @param hint what to do, or null where the message says it
 */
public record Finding(
    Severity severity, String code, Place place, String message, @Nullable String hint) {

  /** How much a finding weighs. */
  public enum Severity {
    /** Something was inferred. */
    INFO,
    /** Something is not as the author will have meant it; the editions are written all the same. */
    WARNING,
    /** The article cannot be set as it is; nothing is written. */
    ERROR;

    /** The word that compilers print. */
    public String word() {
      return switch (this) {
        case INFO -> "info";
        case WARNING -> "warning";
        case ERROR -> "error";
      };
    }
  }

  /** In compilers' form, the hint on a line of its own. */
  @Override
  public String toString() {
    String line = place + ": " + severity.word() + ": " + message + " [" + code + "]";
    return hint == null ? line : line + "\n  hint: " + hint;
  }
}
