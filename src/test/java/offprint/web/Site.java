package offprint.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server on loopback, which notes what it is asked. What it was not told of is not found. */
public final class Site implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  /** What is done when a page is asked for. */
  public interface Page {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  public Site() {
    this(plain());
  }

  private Site(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  private static HttpServer plain() {
    try {
      return HttpServer.create(loopback(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress loopback() throws IOException {
    return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
  }

  /** One with a certificate that it made itself. */
  static Site secure(Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    String password = "password";
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "site",
                "-dname",
                "CN=site",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storepass",
                password,
                "-keystore",
                keys.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    KeyStore store = KeyStore.getInstance(keys.toFile(), password.toCharArray());
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new Site(server);
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try (exchange) {
      pages.getOrDefault(exchange.getRequestURI().toString(), status(404)).answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
    }
  }

  public Site with(String path, Page page) {
    pages.put(path, page);
    return this;
  }

  public String at(String path) {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What was asked since it was last asked about, robots.txt aside. */
  public List<String> asked() {
    List<String> all = asked.stream().filter(line -> !line.endsWith(" /robots.txt")).toList();
    asked.clear();
    return all;
  }

  List<String> askedWithRobots() {
    return List.copyOf(asked);
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  public static Page status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  public static Page text(String text) {
    return exchange -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      boolean whole = exchange.getRequestMethod().equals("GET");
      exchange.sendResponseHeaders(200, whole ? bytes.length : -1);
      if (whole) {
        exchange.getResponseBody().write(bytes);
      }
    };
  }

  static Page header(int status, String name, String value) {
    return exchange -> {
      exchange.getResponseHeaders().set(name, value);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  public static Page redirect(int status, String location) {
    return header(status, "Location", location);
  }

  /** Answers GET so, and HEAD otherwise. */
  static Page headOtherwise(Page head, Page get) {
    return exchange -> (exchange.getRequestMethod().equals("HEAD") ? head : get).answer(exchange);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
