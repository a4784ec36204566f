package offprint.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import offprint.document.Sighting;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Looks at addresses, several hosts at once. All that the press ever asks a network is asked here.
 */
public final class LinkCheck {
  /** The Wayback Machine's service that tells of archived copies. */
  public static final String WAYBACK = "https://archive.org/wayback/available?url=";

  private static final Set<String> OUT_OF_REACH =
      Set.of(Sighting.NO_SUCH_HOST, NoAnswer.UNREACHABLE, NoAnswer.TIMEOUT);

  private final Manners manners;
  private final @Nullable String archive;
  private final Clock clock;

  /**
   * @param archive the service that is asked for archived copies; null for none
   */
  public LinkCheck(Manners manners, @Nullable String archive, Clock clock) {
    this.manners = manners;
    this.archive = archive;
    this.clock = clock;
  }

  /**
   * An address to be looked at.
   *
   * @param page without its fragment
   * @param near the day of which an archived copy is wanted
   * @param known what was known of it
   */
  public record Request(String page, LocalDate near, @Nullable Sighting known) {
    // Where nobody was asked, nothing was seen that could be newer.
    private Sighting orKnown(Sighting seen) {
      if (known == null || known.status() == null || !NoAnswer.isUnasked(seen)) {
        return seen;
      }
      return known.with(seen.copy());
    }

    private boolean lacksCopy() {
      return known == null || known.copy() == null;
    }
  }

  /** What would be asked, a line each; nothing is. */
  public List<String> plan(List<Request> requests) {
    Set<String> lines = new LinkedHashSet<>();
    for (Request request : requests) {
      URI uri = Asker.uri(request.page);
      if (uri != null && isAskedFor(uri)) {
        lines.add("GET " + Visitor.robotsFile(uri));
        lines.add("HEAD " + uri);
        if (archive != null && request.lacksCopy()) {
          lines.add("GET " + ArchiveSearch.request(archive, request.page, request.near));
        }
      }
    }
    return List.copyOf(lines);
  }

  private boolean isAskedFor(URI uri) {
    return manners.askPrivate() || !Asker.isPlainlyPrivate(uri);
  }

  /**
   * Looks at all of them.
   *
   * @param told of each in turn, in the order of the requests, as soon as it is seen
   * @return what was seen, in that order
   */
  public Map<String, Sighting> look(
      List<Request> requests, BiConsumer<String, Sighting> told, Findings findings) {
    Map<String, Sighting> seen = new LinkedHashMap<>();
    Set<String> silences = new ConcurrentSkipListSet<>();
    ExecutorService workers = Executors.newFixedThreadPool(manners.atOnce(), LinkCheck::daemon);
    try (Asker asker = new Asker(manners)) {
      Visitor visitor = new Visitor(manners, asker, clock);
      ArchiveSearch search = archive == null ? null : new ArchiveSearch(asker, archive);
      Map<String, List<Errand>> byHost = new LinkedHashMap<>();
      List<Errand> errands = new ArrayList<>();
      for (Request request : requests) {
        URI uri = Asker.uri(request.page);
        // The archive has no copy of what is private, and need not know of it.
        ArchiveSearch searched = uri != null && !isAskedFor(uri) ? null : search;
        Errand errand = new Errand(request, visitor, searched, silences, new CompletableFuture<>());
        errands.add(errand);
        String host = uri == null ? "" : uri.getHost();
        byHost.computeIfAbsent(host, name -> new ArrayList<>()).add(errand);
      }
      byHost.values().forEach(all -> workers.execute(() -> all.forEach(Errand::run)));
      for (Errand errand : errands) {
        Sighting sighting = errand.done.join();
        seen.put(errand.request.page, errand.request.orKnown(sighting));
        told.accept(errand.request.page, sighting);
      }
    } finally {
      workers.shutdownNow();
    }
    for (String silence : silences) {
      findings.warning(
          "no-word-from-archive",
          Place.of(String.valueOf(archive)),
          "the archive gave no answer (" + silence + ")",
          "ask it again later; what was seen of the links is kept");
    }
    return seen;
  }

  /**
   * Whether so much was out of reach that it will be we who are; it is told, and nothing of it is
   * worth keeping.
   */
  public static boolean seemsOffline(Map<String, Sighting> seen, Findings findings) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Map.Entry<String, Sighting> page : seen.entrySet()) {
      String status = page.getValue().status();
      URI uri = Asker.uri(page.getKey());
      if (uri != null && (status == null || !OUT_OF_REACH.contains(status))) {
        return false;
      }
      hosts.add(uri == null ? "" : uri.getHost());
    }
    hosts.remove("");
    if (hosts.size() < 2) {
      return false;
    }
    findings.error(
        "offline",
        Place.of(LockFile.NAME),
        "none of " + hosts.size() + " hosts could be reached; the file stays as it was",
        "see whether this machine is on the network");
    return true;
  }

  private record Errand(
      Request request,
      Visitor visitor,
      @Nullable ArchiveSearch search,
      Set<String> silences,
      CompletableFuture<Sighting> done) {
    void run() {
      try {
        done.complete(visitor.visit(request.page).with(copy()));
      } catch (Throwable mistake) {
        done.completeExceptionally(mistake);
      }
    }

    // A copy that is known stays: it is of the day that the author meant.
    private Sighting.@Nullable Copy copy() {
      Sighting known = request.known;
      if (known != null && known.copy() != null) {
        return known.copy();
      }
      try {
        return search == null ? null : search.find(request.page, request.near);
      } catch (NoAnswer e) {
        silences.add(e.word());
        return null;
      }
    }
  }

  // Whoever stops the press does not wait for a server.
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "link check");
    thread.setDaemon(true);
    return thread;
  }
}
