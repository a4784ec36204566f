package offprint.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

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
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
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
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
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
