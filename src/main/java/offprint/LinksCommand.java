package offprint;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import offprint.document.Document;
import offprint.document.Settings;
import offprint.document.Sighting;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.web.LinkCheck;
import offprint.web.Manners;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code offprint links}: what becomes of the addresses that articles lead to. */
@Command(
    name = "links",
    description = "See what has become of the pages that articles link to.",
    subcommands = LinksCommand.Check.class,
    usageHelpAutoWidth = true)
final class LinksCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this")
  private boolean help;

  /** {@code offprint links check}: the one command that asks the network. */
  @Command(
      name = "check",
      description = {
        "Ask for every page that the articles link to. No other command asks the network.",
        // At the start of a line, where no width of the window breaks it.
        "links.lock.json beside the articles gets what was seen, and both copies of an article say"
            + " what this file says of its links."
      },
      sortOptions = false,
      usageHelpAutoWidth = true,
      exitCodeListHeading = "%nExit statuses:%n",
      exitCodeList = {
        "0:no link is dead; there may have been warnings",
        "1:a link is dead, or an article has errors",
        "2:the command line cannot be read"
      })
  static final class Check {
    @Parameters(arity = "1..*", paramLabel = "ARTICLE", description = "a Markdown file")
    private List<Path> articles = List.of();

    @Option(names = "--dry-run", description = "print what would be asked, and ask nothing")
    private boolean dryRun;

    @Option(
        names = "--older-than",
        paramLabel = "DAYS",
        converter = Days.class,
        description = "only what was not looked at for so many days, or never")
    private int days;

    @Option(
        names = "--archived",
        description =
            "also look for archived copies; this tells the Wayback Machine what pages you link to")
    private boolean archived;

    @Option(
        names = "--archive",
        paramLabel = "URL",
        description =
            "look for them with another service of that kind; the page's address is put behind")
    private @Nullable String archive;

    @Option(
        names = "--pause",
        paramLabel = "SECONDS",
        converter = Seconds.class,
        description = "between two requests to one host; 1 where nothing is said")
    private Duration pause = Duration.ofSeconds(1);

    @Option(
        names = "--timeout",
        paramLabel = "SECONDS",
        converter = Seconds.class,
        description = "how long an answer may take; 30 where nothing is said")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(
        names = "--private",
        description = "ask servers of this machine and its own network too")
    private boolean askPrivate;

    @Mixin private final BaseUrl baseUrl = new BaseUrl();

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "print this")
    private boolean help;

    /**
     * @param version of Offprint, by which it names itself to servers
     * @param clock says when a page was seen
     * @return whether no link is dead, and no article has an error
     */
    boolean run(String version, Clock clock, PrintStream out, PrintStream err) {
      List<Finding> told = new ArrayList<>();
      Settings settings = Settings.builder().baseUrl(baseUrl.address).build();
      List<LinkedArticles> folders = LinkedArticles.read(articles, settings, told);
      List<LinkCheck.Request> requests = requests(folders, clock.instant());
      LinkCheck check = new LinkCheck(manners(version), service(), clock);
      if (requests.isEmpty() && told.isEmpty()) {
        err.println(nothingToAsk(folders));
      }
      if (dryRun) {
        check.plan(requests).forEach(out::println);
      } else {
        Findings general = new Findings();
        Map<String, Sighting> seen =
            check.look(requests, (page, sighting) -> out.println(line(page, sighting)), general);
        boolean offline = LinkCheck.seemsOffline(seen, general);
        told.addAll(general.list());
        if (!offline) {
          folders.forEach(folder -> folder.keep(seen, told));
        }
      }
      told.forEach(err::println);
      return told.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    private static String nothingToAsk(List<LinkedArticles> folders) {
      boolean linked =
          folders.stream()
              .flatMap(folder -> folder.documents().stream())
              .anyMatch(document -> !LinkedArticles.pages(document).isEmpty());
      return linked
          ? "nothing to ask: every page was looked at within these days"
          : "nothing to ask: no link leads to a page of the web";
    }

    private Manners manners(String version) {
      return Manners.polite(version, askPrivate).with(pause, timeout);
    }

    private @Nullable String service() {
      return archive != null ? archive : archived ? LinkCheck.WAYBACK : null;
    }

    private static String line(String page, Sighting seen) {
      Sighting.Copy copy = seen.copy();
      return String.format(Locale.ROOT, "%-13s%s", seen.status(), page)
          + (seen.redirect() == null ? "" : " -> " + seen.redirect())
          + (copy == null ? "" : " (archived " + copy.date() + ")");
    }

    /** Of each page that is to be looked at, by first appearance. */
    private List<LinkCheck.Request> requests(List<LinkedArticles> folders, Instant now) {
      Map<String, LinkCheck.Request> requests = new LinkedHashMap<>();
      for (LinkedArticles folder : folders) {
        for (Document document : folder.documents()) {
          LocalDate date = document.metadata().date();
          LocalDate near = date != null ? date : LocalDate.ofInstant(now, ZoneOffset.UTC);
          for (String page : LinkedArticles.pages(document)) {
            Sighting known = folder.known(page);
            if (!isFresh(known, now)) {
              requests.putIfAbsent(page, new LinkCheck.Request(page, near, known));
            }
          }
        }
      }
      return List.copyOf(requests.values());
    }

    private boolean isFresh(@Nullable Sighting known, Instant now) {
      Instant checked = known == null ? null : known.checked();
      return days > 0 && checked != null && checked.plus(Duration.ofDays(days)).isAfter(now);
    }
  }

  /** A time to wait, from none to an hour. */
  static final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String word) {
      if (!word.matches("\\d{1,4}(\\.\\d{1,9})?") || Double.parseDouble(word) > 3600) {
        throw new TypeConversionException(
            "'" + word + "' is no number of seconds from 0 to 3600, such as 1.5");
      }
      return Duration.ofMillis(Math.round(Double.parseDouble(word) * 1000));
    }
  }

  /** A number of days. */
  static final class Days implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String word) {
      if (!word.matches("\\d{1,6}")) {
        throw new TypeConversionException("'" + word + "' is no number of days");
      }
      return Integer.valueOf(word);
    }
  }
}
