package offprint.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import offprint.document.Sighting;
import offprint.source.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one address: asks whether it may, then for its headers, and follows where it is sent.
 */
final class Visitor {
  private static final int TRIES = 2;

  private final Manners manners;
  private final Asker asker;
  private final Clock clock;
  private final Map<URI, Robots> robots = new ConcurrentHashMap<>();
  private final Map<URI, NoAnswer> silent = new ConcurrentHashMap<>();

  Visitor(Manners manners, Asker asker, Clock clock) {
    this.manners = manners;
    this.asker = asker;
    this.clock = clock;
  }

  Sighting visit(String page) {
    URI start = Asker.uri(page);
    if (start == null) {
      return sighting(NoAnswer.BAD_ADDRESS, null, false);
    }
    URI at = start;
    boolean permanent = true;
    Set<URI> been = new HashSet<>();
    try {
      while (been.add(at) && been.size() <= Manners.REDIRECTS + 1) {
        Asker.Answer answer = knock(at);
        URI next = next(at, answer);
        if (next == null) {
          return seen(Integer.toString(answer.status()), start, at, permanent);
        }
        permanent &= answer.status() == 301 || answer.status() == 308;
        at = next;
      }
      return seen(NoAnswer.REDIRECTS, start, at, false);
    } catch (NoAnswer e) {
      return seen(e.word(), start, at, permanent);
    }
  }

  private Sighting seen(String status, URI start, URI at, boolean permanent) {
    boolean moved = !at.equals(start);
    return sighting(status, moved ? at.toString() : null, moved && permanent);
  }

  private Sighting sighting(String status, @Nullable String redirect, boolean permanent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Sighting(status, now, redirect, permanent, null);
  }

  private Asker.Answer knock(URI uri) throws NoAnswer {
    if (!robots(uri).mayAsk(path(uri))) {
      throw new NoAnswer(NoAnswer.NOT_ASKED);
    }
    try {
      Asker.Answer answer = patiently(Asker.Method.HEAD, uri);
      if (answer.status() < 400 || answer.status() == 429 || answer.status() == 503) {
        return answer;
      }
    } catch (NoAnswer e) {
      if (!e.word().equals(NoAnswer.BROKEN_OFF)) {
        throw e;
      }
    }
    // Many a server does not know HEAD and says all kinds of things; only to GET none lies.
    return patiently(Asker.Method.GET, uri);
  }

  private Asker.Answer patiently(Asker.Method method, URI uri) throws NoAnswer {
    for (int tries = 1; ; tries++) {
      Asker.Answer answer = asker.ask(method, uri, 0);
      Duration wait = answer.status() == 429 || answer.status() == 503 ? retryAfter(answer) : null;
      if (wait != null) {
        asker.leave(uri, wait);
      }
      if (wait == null || wait.compareTo(manners.waiting()) > 0 || tries == TRIES) {
        return answer;
      }
    }
  }

  /** In seconds or as a date (RFC 9110, section 10.2.3). */
  private @Nullable Duration retryAfter(Asker.Answer answer) {
    String said = answer.header("Retry-After");
    if (said == null) {
      return null;
    }
    try {
      Duration wait =
          said.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(said.strip()))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(said.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Where an answer sends us; null where it does not. */
  private static @Nullable URI next(URI at, Asker.Answer answer) throws NoAnswer {
    boolean sends =
        switch (answer.status()) {
          case 301, 302, 303, 307, 308 -> true;
          default -> false;
        };
    String location = sends ? answer.header("Location") : null;
    if (location == null) {
      return null;
    }
    try {
      String ascii = WebAddress.ascii(location.strip());
      // Java's resolve would take the last part of the path away before a query.
      URI next = at.resolve(ascii.startsWith("?") ? at.getRawPath() + ascii : ascii);
      URI asked = Asker.uri(next.toString());
      if (asked != null) {
        return asked;
      }
    } catch (IllegalArgumentException e) {
      // It is no address.
    }
    throw new NoAnswer(NoAnswer.REDIRECTS);
  }

  private static String path(URI uri) {
    String query = uri.getRawQuery();
    return uri.getRawPath() + (query == null ? "" : "?" + query);
  }

  // ---- robots.txt

  private Robots robots(URI uri) throws NoAnswer {
    URI file = robotsFile(uri);
    NoAnswer silence = silent.get(file);
    if (silence != null) {
      throw silence;
    }
    try {
      Robots known = robots.get(file);
      if (known == null) {
        known = readRobots(file);
        robots.put(file, known);
      }
      return known;
    } catch (NoAnswer e) {
      // Whoever does not open to the first knock is not knocked at for every page.
      silent.put(file, e);
      throw e;
    }
  }

  /** Of the server that an address is on. */
  static URI robotsFile(URI uri) {
    return uri.resolve("/robots.txt");
  }

  // A server that is not there is told of as such, not as one that keeps us out.
  private Robots readRobots(URI file) throws NoAnswer {
    URI at = file;
    for (int hops = 0; hops <= Manners.REDIRECTS; hops++) {
      Asker.Answer answer = asker.ask(Asker.Method.GET, at, Robots.LENGTH);
      URI next = next(at, answer);
      if (next == null) {
        return switch (answer.status() / 100) {
          case 2 -> Robots.of(new String(answer.body(), StandardCharsets.UTF_8));
          case 5 -> Robots.KEEP_OUT;
          default -> Robots.WELCOME;
        };
      }
      at = next;
    }
    return Robots.WELCOME; // RFC 9309, section 2.3.1.2
  }
}
