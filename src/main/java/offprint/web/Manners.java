package offprint.web;

import java.time.Duration;

/**
 * How servers are asked.
 *
 * @param agent who asks: a product and its version (RFC 9110, section 10.1.5)
 * @param atOnce how many requests may be under way; never two to one host
 * @param pause between two requests to one host
 * @param connecting how long a connection may take
 * @param answering how long an answer may take, with the connection
 * @param waiting how long a server may have us wait before we ask again (Retry-After)
 * @param askPrivate whether servers of this machine and its own network are asked too
 */
public record Manners(
    String agent,
    int atOnce,
    Duration pause,
    Duration connecting,
    Duration answering,
    Duration waiting,
    boolean askPrivate) {

  /** How many times a page may send us on. */
  static final int REDIRECTS = 5;

  /**
   * As a guest behaves.
   *
   * @param version of Offprint; empty where it is not known
   */
  public static Manners polite(String version, boolean askPrivate) {
    return new Manners(
        "Offprint" + (version.isEmpty() ? "" : "/" + version) + " (link check)",
        4,
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        askPrivate);
  }

  /** The same with other times. */
  public Manners with(Duration otherPause, Duration otherAnswering) {
    return new Manners(agent, atOnce, otherPause, connecting, otherAnswering, waiting, askPrivate);
  }
}
