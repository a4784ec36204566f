package offprint.web;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import offprint.document.Sighting;
import offprint.source.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, to each host one after another with a pause between; without cookies, and without
 * a word of who the author is.
 */
final class Asker implements AutoCloseable {
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private final Manners manners;
  private final HttpClient client;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  Asker(Manners manners) {
    this.manners = manners;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(manners.connecting())
            .build();
  }

  /**
   * @param body its beginning
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(int status, HttpHeaders headers, byte[] body) {
    @Nullable String header(String name) {
      return headers.firstValue(name).orElse(null);
    }
  }

  /** What is asked for: a page's headers alone, or the page. */
  enum Method {
    HEAD,
    GET
  }

  /** When a host may be asked again; it is held while it is asked. */
  private static final class Turn {
    private long from = System.nanoTime();

    private long millisLeft() {
      return TimeUnit.NANOSECONDS.toMillis(from - System.nanoTime());
    }

    private void notBefore(Duration wait) {
      from = Math.max(from, System.nanoTime() + wait.toNanos());
    }
  }

  /**
   * An address as a server is asked for it, without its fragment; null where it is none that can
   * be.
   */
  static @Nullable URI uri(String address) {
    try {
      URI uri = new URI(WebAddress.ascii(address.strip()));
      boolean isWeb = String.valueOf(uri.getScheme()).matches("(?i)https?");
      if (!isWeb || uri.getHost() == null || uri.getPort() > 65535) {
        return null;
      }
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      return new URI(uri.getScheme() + "://" + uri.getRawAuthority() + path + query);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /**
   * Asks when it is the host's turn.
   *
   * @param most how many bytes of the body are wanted
   */
  Answer ask(Method method, URI uri, int most) throws NoAnswer {
    Turn turn = turn(uri);
    synchronized (turn) {
      long wait = turn.millisLeft();
      if (wait > manners.waiting().toMillis()) {
        throw new NoAnswer(NoAnswer.BUSY);
      }
      admit(uri);
      try {
        Thread.sleep(Math.max(0, wait));
        return send(method, uri, most);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NoAnswer(NoAnswer.TIMEOUT);
      } finally {
        turn.notBefore(manners.pause());
      }
    }
  }

  /** Leaves a host alone for a while. */
  void leave(URI uri, Duration wait) {
    Turn turn = turn(uri);
    synchronized (turn) {
      turn.notBefore(wait);
    }
  }

  private Turn turn(URI uri) {
    return turns.computeIfAbsent(uri.getHost().toLowerCase(Locale.ROOT), host -> new Turn());
  }

  // An article from elsewhere is not to have us knock at doors that only we can reach. A name that
  // changes its address between this look and the request would pass: no door is opened by HEAD or
  // GET alone, and nothing that is read there is shown.
  private void admit(URI uri) throws NoAnswer {
    if (manners.askPrivate()) {
      return;
    }
    if (isPlainlyPrivate(uri)) {
      throw new NoAnswer(NoAnswer.PRIVATE);
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
        if (isPrivate(address)) {
          throw new NoAnswer(NoAnswer.PRIVATE);
        }
      }
    } catch (UnknownHostException e) {
      // Behind a proxy it is the proxy that knows the names.
      if (!isProxied(uri)) {
        throw new NoAnswer(Sighting.NO_SUCH_HOST);
      }
    }
  }

  /** Whether a host says by itself that it is private, with nobody asked for its address. */
  static boolean isPlainlyPrivate(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean isAddress = host.startsWith("[") || IPV4.matcher(host).matches();
    try {
      return host.equals("localhost")
          || host.endsWith(".localhost") // RFC 6761, section 6.3
          || isAddress && isPrivate(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    boolean isUniqueLocal = bytes.length == 16 && (first & 0xFE) == 0xFC; // RFC 4193
    boolean isShared = bytes.length == 4 && first == 100 && (bytes[1] & 0xC0) == 64; // RFC 6598
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isUniqueLocal
        || isShared;
  }

  private static boolean isProxied(URI uri) {
    ProxySelector selector = ProxySelector.getDefault();
    return selector != null
        && selector.select(uri).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  private Answer send(Method method, URI uri, int most) throws NoAnswer, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request(method, uri), info -> new FirstBytes(most));
    try {
      HttpResponse<byte[]> response =
          sent.get(manners.answering().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new NoAnswer(NoAnswer.TIMEOUT);
    } catch (ExecutionException e) {
      throw new NoAnswer(e.getCause() == null ? e : e.getCause());
    }
  }

  private HttpRequest request(Method method, URI uri) throws NoAnswer {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri).header("User-Agent", manners.agent()).header("Accept", "*/*");
      if ("http".equalsIgnoreCase(uri.getScheme())) {
        // Else the client asks in passing for another protocol, which confuses old servers.
        request.version(HttpClient.Version.HTTP_1_1);
      }
      return (method == Method.HEAD ? request.HEAD() : request.GET()).build();
    } catch (IllegalArgumentException e) {
      throw new NoAnswer(NoAnswer.BAD_ADDRESS);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
