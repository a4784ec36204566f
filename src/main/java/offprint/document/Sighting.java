package offprint.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an address from having looked there.
 *
 * @param status what the server answered, an HTTP status code, or a word for why there was no
 *     answer; null where nobody has looked yet
 * @param checked when it was looked at
 * @param redirect where the address led to in the end; null where to itself
 * @param permanent whether all on the way there said that they had moved for good
 * @param copy an archived copy; null where none is known
 */
public record Sighting(
    @Nullable String status,
    @Nullable Instant checked,
    @Nullable String redirect,
    boolean permanent,
    @Nullable Copy copy) {

  /** The status where a host's name is not known. */
  public static final String NO_SUCH_HOST = "no-such-host";

  private static final Set<String> GONE = Set.of("404", "410", NO_SUCH_HOST);

  /** Of a page, as it was on a day. */
  public record Copy(String address, LocalDate date) {}

  /** Whether there was nothing; what may have passed, such as a server at rest, is not that. */
  public boolean notFound() {
    return status != null && GONE.contains(status);
  }

  /** As much of it as an edition says; null where that is nothing. */
  public @Nullable Sighting shown() {
    if (notFound() && checked != null) {
      return new Sighting(status, checked, null, false, copy);
    }
    return copy == null ? null : new Sighting(null, null, null, false, copy);
  }

  public Sighting with(@Nullable Copy found) {
    return new Sighting(status, checked, redirect, permanent, found);
  }
}
