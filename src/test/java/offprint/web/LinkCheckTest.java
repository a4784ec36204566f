package offprint.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import offprint.document.Sighting;
import offprint.source.Finding;
import offprint.source.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LinkCheckTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.5Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final Site site = new Site();
  private final Findings findings = new Findings();
  private Manners manners =
      new Manners(
          "Offprint/1 (link check)",
          4,
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(2),
          true);
  private @Nullable String archive;

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aPageThatIsThereIsSeenByItsHeadersAlone() {
    site.with("/a?b=c", Site.text("here"));
    assertThat(look(site.at("/a?b=c")))
        .isEqualTo(new Sighting("200", Instant.parse("2026-11-24T12:00:00Z"), null, false, null));
    assertThat(site.askedWithRobots()).containsExactly("GET /robots.txt", "HEAD /a?b=c");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 304, 400, 401, 403, 404, 405, 410, 418, 429, 451, 500, 501, 503})
  void whatAServerSaysIsWhatIsSeen(int status) {
    site.with("/a", Site.status(status));
    Sighting seen = look(site.at("/a"));
    assertThat(seen.status()).isEqualTo(Integer.toString(status));
    assertThat(seen.notFound()).isEqualTo(status == 404 || status == 410);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 405, 501})
  void aServerThatRefusesHeadIsAskedForThePage(int status) {
    site.with("/a", Site.headOtherwise(Site.status(status), Site.text("here")));
    assertThat(look(site.at("/a")).status()).isEqualTo("200");
    assertThat(site.asked()).containsExactly("HEAD /a", "GET /a");
  }

  @Test
  void aServerThatHangsUpOnHeadIsAskedForThePage() {
    site.with("/a", Site.headOtherwise(exchange -> {}, Site.text("here")));
    assertThat(look(site.at("/a")).status()).isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "."})
  void aPageWithoutEndIsNotWaitedFor(String more) {
    site.with(
        "/a",
        Site.headOtherwise(
            Site.status(405),
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              while (true) {
                exchange.getResponseBody().write(more.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                Thread.sleep(20);
              }
            }));
    long start = System.nanoTime();
    assertThat(look(site.at("/a")).status()).isEqualTo("200");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsNone() {
    manners = manners.with(Duration.ZERO, Duration.ofMillis(300));
    site.with("/a", exchange -> Thread.sleep(20_000));
    assertThat(look(site.at("/a")).status()).isEqualTo("timeout");
  }

  @Test
  void aRobotsFileWithoutEndIsNotWaitedFor() {
    manners = manners.with(Duration.ZERO, Duration.ofMillis(500));
    site.with(
        "/robots.txt",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write('#');
            exchange.getResponseBody().flush();
            Thread.sleep(20);
          }
        });
    assertThat(look(site.at("/a")).status()).isEqualTo("timeout");
  }

  @Test
  void aServerThatDoesNotAnswerIsNotAskedForEveryPage() {
    manners = manners.with(Duration.ZERO, Duration.ofMillis(300));
    site.with("/robots.txt", exchange -> Thread.sleep(20_000));
    assertThat(
            look(List.of(site.at("/a"), site.at("/b")), new ArrayList<>()).values().stream()
                .map(Sighting::status))
        .containsExactly("timeout", "timeout");
    assertThat(site.askedWithRobots()).containsExactly("GET /robots.txt");
  }

  @Test
  void whereNobodyListensThereIsNoConnection() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    Sighting seen = look("http://127.0.0.1:" + port + "/");
    assertThat(seen.status()).isEqualTo("unreachable");
    assertThat(seen.notFound()).isFalse();
  }

  @Test
  void aHostThatNoNameServerKnowsIsNotFound() {
    for (boolean askPrivate : List.of(true, false)) {
      manners = askingPrivate(askPrivate);
      Sighting seen = look("http://no-such-host.invalid/");
      assertThat(seen.status()).isEqualTo("no-such-host");
      assertThat(seen.notFound()).isTrue();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTrusted(@TempDir Path folder) throws Exception {
    try (Site secure = Site.secure(folder)) {
      secure.with("/a", Site.status(200));
      assertThat(look(secure.at("/a")).status()).isEqualTo("untrusted");
      assertThat(secure.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "https://a b.example/", "http://[1", "http://a:99999999/"})
  void whatIsNoAddressIsNotAsked(String address) {
    assertThat(look(address).status()).isEqualTo("bad-address");
  }

  @Test
  void lettersThatNoAddressHasAreEncoded() {
    site.with("/k%C3%A4se%5B1%5D%25", Site.status(200));
    assertThat(look(site.at("/käse[1]%")).status()).isEqualTo("200");
  }

  // ---- redirects

  @Test
  void redirectsAreFollowedAndKept() {
    site.with("/a", Site.redirect(301, "/b/c"))
        .with("/b/c", Site.redirect(308, "../d?e"))
        .with("/d?e", Site.redirect(301, "?f#g"))
        .with("/d?f", Site.status(200));
    Sighting seen = look(site.at("/a"));
    assertThat(seen.status()).isEqualTo("200");
    assertThat(seen.redirect()).isEqualTo(site.at("/d?f"));
    assertThat(seen.permanent()).isTrue();
  }

  @Test
  void oneStepThatIsNotForGoodMakesTheWayNotForGood() {
    site.with("/a", Site.redirect(301, "/b"))
        .with("/b", Site.redirect(302, "/c"))
        .with("/c", Site.status(404));
    Sighting seen = look(site.at("/a"));
    assertThat(seen.status()).isEqualTo("404");
    assertThat(seen.permanent()).isFalse();
  }

  @Test
  void fiveRedirectsAreFollowedAndNoSixth() {
    for (int i = 1; i <= 6; i++) {
      site.with("/" + i, Site.redirect(302, "/" + (i + 1)));
    }
    site.with("/7", Site.status(200));
    assertThat(look(site.at("/2")).status()).isEqualTo("200");
    assertThat(look(site.at("/1")).status()).isEqualTo("redirects");
  }

  @Test
  void aCircleIsLeftAtOnce() {
    site.with("/a", Site.redirect(302, "/b")).with("/b", Site.redirect(302, "/a"));
    assertThat(look(site.at("/a")).status()).isEqualTo("redirects");
    assertThat(site.asked()).containsExactly("HEAD /a", "HEAD /b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "http://", "a b"})
  void onlyPagesOfTheWebAreFollowedTo(String location) {
    site.with("/a", Site.redirect(302, location));
    assertThat(look(site.at("/a")).status()).isIn("redirects", "404");
    assertThat(site.asked().getFirst()).isEqualTo("HEAD /a");
  }

  // ---- manners

  @Test
  void whatRobotsAreToLeaveAloneIsNotAsked() {
    site.with("/robots.txt", Site.text("User-agent: *\nDisallow: /inside\n"))
        .with("/inside", Site.status(200))
        .with("/outside", Site.redirect(302, "/inside/2"))
        .with("/free", Site.status(200));
    assertThat(look(site.at("/inside")).status()).isEqualTo("not-asked");
    assertThat(look(site.at("/outside")).status()).isEqualTo("not-asked");
    assertThat(look(site.at("/free")).status()).isEqualTo("200");
    assertThat(site.asked()).containsExactly("HEAD /outside", "HEAD /free");
  }

  @Test
  void aServerThatCannotSayWhatItWantsIsLeftAlone() {
    site.with("/robots.txt", Site.status(500)).with("/a", Site.status(200));
    assertThat(look(site.at("/a")).status()).isEqualTo("not-asked");
  }

  @Test
  void robotsAreReadWhereTheServerSends() {
    site.with("/robots.txt", Site.redirect(301, "/r"))
        .with("/r", Site.text("User-agent: offprint\nDisallow: /"))
        .with("/a", Site.status(200));
    assertThat(look(site.at("/a")).status()).isEqualTo("not-asked");
  }

  @Test
  void robotsAreReadOnce() {
    site.with("/a", Site.status(200)).with("/b", Site.status(200));
    look(List.of(site.at("/a"), site.at("/b")), new ArrayList<>());
    assertThat(site.askedWithRobots()).containsExactly("GET /robots.txt", "HEAD /a", "HEAD /b");
  }

  @Test
  void aServerThatAsksForTimeIsAskedAgainThen() {
    AtomicInteger times = new AtomicInteger();
    site.with(
        "/a",
        exchange ->
            (times.incrementAndGet() == 1 ? Site.header(503, "Retry-After", "1") : Site.status(200))
                .answer(exchange));
    long start = System.nanoTime();
    assertThat(look(site.at("/a")).status()).isEqualTo("200");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
  }

  @Test
  void aServerThatAsksForMuchTimeIsLeftAlone() {
    site.with("/a", Site.header(429, "Retry-After", "Tue, 24 Nov 2026 13:00:00 GMT"))
        .with("/b", Site.status(200));
    List<String> told = new ArrayList<>();
    Map<String, Sighting> seen = look(List.of(site.at("/a"), site.at("/b")), told);
    assertThat(seen.values().stream().map(Sighting::status)).containsExactly("429", "busy");
    assertThat(site.asked()).containsExactly("HEAD /a");
  }

  @Test
  void aRetryAfterThatSaysNothingIsNone() {
    site.with("/a", Site.header(429, "Retry-After", "soon"));
    assertThat(look(site.at("/a")).status()).isEqualTo("429");
    assertThat(site.asked()).containsExactly("HEAD /a");
  }

  @Test
  void aHostIsAskedOneThingAtATimeAndAfterAPause() {
    manners = manners.with(Duration.ofMillis(100), Duration.ofSeconds(20));
    List<String> pages = new ArrayList<>();
    List<Long> times = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 5; i++) {
      site.with(
          "/" + i,
          exchange -> {
            times.add(System.nanoTime());
            Thread.sleep(30);
            exchange.sendResponseHeaders(200, -1);
          });
      pages.add(site.at("/" + i));
    }
    List<String> told = new ArrayList<>();
    look(pages, told);
    assertThat(told).isEqualTo(pages);
    assertThat(site.mostAtOnce()).isEqualTo(1);
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.ofNanos(times.get(i) - times.get(i - 1)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }
  }

  @Test
  void severalHostsAreAskedAtOnceAndToldInOrder() {
    try (Site other = new Site()) {
      // Two names of one machine are two hosts.
      Meeting both = new Meeting();
      site.with("/a", both);
      other.with("/b", both);
      List<String> pages = List.of(site.at("/a"), other.at("/b").replace("127.0.0.1", "localhost"));
      List<String> told = new ArrayList<>();
      assertThat(look(pages, told).values().stream().map(Sighting::status))
          .containsExactly("200", "200");
      assertThat(told).isEqualTo(pages);
    }
  }

  /** Answers once two are waiting. */
  private static final class Meeting implements Site.Page {
    private final CountDownLatch two = new CountDownLatch(2);

    @Override
    public void answer(HttpExchange exchange) throws IOException, InterruptedException {
      two.countDown();
      boolean met = two.await(10, TimeUnit.SECONDS);
      exchange.sendResponseHeaders(met ? 200 : 500, -1);
    }
  }

  @Test
  void theServerLearnsWhoAsksAndNothingElse() {
    List<String> headers = new CopyOnWriteArrayList<>();
    site.with(
        "/a",
        exchange -> {
          exchange
              .getRequestHeaders()
              .forEach(
                  (name, values) -> headers.add(name.toLowerCase(Locale.ROOT) + ": " + values));
          Site.header(200, "Set-Cookie", "who=me; Path=/").answer(exchange);
        });
    look(site.at("/a"));
    look(site.at("/a"));
    assertThat(headers).contains("user-agent: [Offprint/1 (link check)]");
    assertThat(headers.stream().map(header -> header.replaceAll(":.*", "")).distinct())
        .containsExactlyInAnyOrder("user-agent", "accept", "host");
  }

  @Test
  void theOwnNetworkIsAskedOnlyWhereThatIsWanted() {
    manners = askingPrivate(false);
    site.with("/a", Site.status(200));
    for (String host : List.of("127.0.0.1", "localhost", "[::1]", "10.0.0.1", "[fd00::1]")) {
      assertThat(look(site.at("/a").replace("127.0.0.1", host)).status())
          .as(host)
          .isEqualTo("private");
    }
    assertThat(site.askedWithRobots()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100.64.0.1", "169.254.169.254", "192.168.1.1", "0.0.0.0", "fe80::1"})
  void whatIsNotOnTheOpenNetIsPrivate(String address) throws IOException {
    assertThat(Asker.isPrivate(InetAddress.getByName(address))).isTrue();
    assertThat(Asker.isPrivate(InetAddress.getByName("192.0.2.1"))).isFalse();
    assertThat(Asker.isPrivate(InetAddress.getByName("100.128.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:80", "a.localhost", "127.0.0.1", "10.1.2.3", "[::1]"})
  void neitherAPrivateHostNorTheArchiveIsAskedForAPrivatePage(String host) {
    List<LinkCheck.Request> hidden =
        List.of(new LinkCheck.Request("http://" + host + "/a", DAY, null));
    archive = site.at("/available?url=");
    assertThat(new LinkCheck(manners, archive, CLOCK).plan(hidden)).hasSize(3);
    LinkCheck check = new LinkCheck(Manners.polite("1", false), archive, CLOCK);
    assertThat(check.plan(hidden)).isEmpty();
    check.look(hidden, (page, seen) -> assertThat(seen.status()).isEqualTo("private"), findings);
    assertThat(site.askedWithRobots()).isEmpty();
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void aPlanAsksNothing() {
    archive = site.at("/available?url=");
    LinkCheck check = new LinkCheck(manners, archive, CLOCK);
    assertThat(
            check.plan(
                List.of(
                    new LinkCheck.Request(site.at("/a?b"), DAY, null),
                    new LinkCheck.Request(site.at("/c"), DAY, copied("2020-01-01")))))
        .containsExactly(
            "GET " + site.at("/robots.txt"),
            "HEAD " + site.at("/a?b"),
            "GET "
                + archive
                + site.at("/a?b").replace(":", "%3A").replace("/", "%2F").replace("?", "%3F")
                + "&timestamp=20261101",
            "HEAD " + site.at("/c"));
    assertThat(site.askedWithRobots()).isEmpty();
  }

  // ---- archived copies

  @Test
  void anArchivedCopyIsTheOneNearestToTheArticle() {
    archive = site.at("/available?url=");
    String page = site.at("/a");
    site.with("/a", Site.status(404))
        .with(
            "/available?url="
                + page.replace(":", "%3A").replace("/", "%2F")
                + "&timestamp=20261101",
            Site.text(
                "{\"url\": \"x\", \"archived_snapshots\": {\"closest\": {\"status\": \"200\","
                    + " \"available\": true, \"url\": \"http://archive.example/2/x\","
                    + " \"timestamp\": \"20261030101112\"}}}"));
    Sighting seen = look(page);
    assertThat(seen.status()).isEqualTo("404");
    assertThat(seen.copy())
        .isEqualTo(new Sighting.Copy("http://archive.example/2/x", LocalDate.of(2026, 10, 30)));
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"archived_snapshots\": {}}",
        "{\"archived_snapshots\": {\"closest\": {\"available\": false, \"url\": \"http://a.b/\","
            + " \"timestamp\": \"20261030101112\"}}}",
        "{\"archived_snapshots\": {\"closest\": {\"available\": true, \"url\": \"file:///x\","
            + " \"timestamp\": \"20261030101112\"}}}",
        "{\"archived_snapshots\": {\"closest\": {\"available\": true, \"url\": \"http://a.b/\","
            + " \"timestamp\": \"20269930101112\"}}}",
        "{\"archived_snapshots\": []}"
      })
  void whereThereIsNoCopyThereIsNone(String answer) {
    archive = site.at("/none?");
    site.with("/a", Site.status(200));
    site.with(
        "/none?" + site.at("/a").replace(":", "%3A").replace("/", "%2F") + "&timestamp=20261101",
        Site.text(answer));
    assertThat(look(site.at("/a")).copy()).isNull();
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void anArchiveThatIsSilentIsToldOf() {
    archive = site.at("/gone?");
    site.with("/a", Site.status(200));
    assertThat(look(site.at("/a")).status()).isEqualTo("200");
    assertThat(findings.list().stream().map(Finding::code)).containsExactly("no-word-from-archive");
  }

  @Test
  void aCopyThatIsKnownIsKeptAndNoOtherLookedFor() {
    archive = site.at("/available?url=");
    site.with("/a", Site.status(200));
    Sighting known = copied("2020-01-01");
    Map<String, Sighting> seen =
        new LinkCheck(manners, archive, CLOCK)
            .look(
                List.of(new LinkCheck.Request(site.at("/a"), DAY, known)), (p, s) -> {}, findings);
    assertThat(requireNonNull(seen.get(site.at("/a"))).copy()).isEqualTo(known.copy());
    assertThat(site.asked()).containsExactly("HEAD /a");
  }

  @Test
  void whatWasSeenOnceIsKeptWhereNobodyIsAsked() {
    site.with("/robots.txt", Site.text("User-agent: *\nDisallow: /"));
    Sighting known = new Sighting("404", NOON.minusSeconds(99), null, false, null);
    List<String> told = new ArrayList<>();
    Map<String, Sighting> seen =
        new LinkCheck(manners, null, CLOCK)
            .look(
                List.of(new LinkCheck.Request(site.at("/a"), DAY, known)),
                (page, now) -> told.add(String.valueOf(now.status())),
                findings);
    assertThat(told).containsExactly("not-asked");
    assertThat(seen).containsEntry(site.at("/a"), known);
  }

  @Test
  void whoReachesNothingIsOffline() {
    Sighting unreached = new Sighting("no-such-host", NOON, null, false, null);
    Sighting there = new Sighting("500", NOON, null, false, null);
    Map<String, Sighting> one =
        Map.of("http://a.example/", unreached, "http://a.example/2", unreached);
    assertThat(LinkCheck.seemsOffline(one, findings)).isFalse();
    assertThat(LinkCheck.seemsOffline(Map.of(), findings)).isFalse();
    assertThat(
            LinkCheck.seemsOffline(
                Map.of("http://a.example/", unreached, "http://b.example/", there), findings))
        .isFalse();
    assertThat(findings.list()).isEmpty();
    assertThat(
            LinkCheck.seemsOffline(
                Map.of("http://a.example/", unreached, "http://b.example/", unreached), findings))
        .isTrue();
    assertThat(findings.hasErrors()).isTrue();
  }

  private static Sighting copied(String day) {
    return new Sighting(
        null, null, null, false, new Sighting.Copy("http://c.example/", LocalDate.parse(day)));
  }

  private Manners askingPrivate(boolean askPrivate) {
    return new Manners(
        manners.agent(),
        manners.atOnce(),
        manners.pause(),
        manners.connecting(),
        manners.answering(),
        manners.waiting(),
        askPrivate);
  }

  private Sighting look(String page) {
    return requireNonNull(look(List.of(page), new ArrayList<>()).get(page));
  }

  private Map<String, Sighting> look(List<String> pages, List<String> told) {
    List<LinkCheck.Request> requests =
        pages.stream().map(page -> new LinkCheck.Request(page, DAY, null)).toList();
    return new LinkCheck(manners, archive, CLOCK)
        .look(requests, (page, seen) -> told.add(page), findings);
  }
}
