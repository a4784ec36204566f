package offprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import offprint.document.Document;
import offprint.document.LinkList;
import offprint.document.Settings;
import offprint.document.Sighting;
import offprint.markdown.MarkdownReader;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import offprint.source.SourceReader;
import offprint.web.LinkReport;
import offprint.web.LockFile;
import org.jspecify.annotations.Nullable;

/** The articles of one folder, and the one file that says what is known of their links. */
final class LinkedArticles {
  private final Path folder;
  private final Settings settings;
  private final LockFile before;
  private final List<Document> documents = new ArrayList<>();

  private LinkedArticles(Path folder, Settings settings, LockFile before) {
    this.folder = folder;
    this.settings = settings;
    this.before = before;
  }

  /** Those that can be read, folder by folder; what hinders the others is told. */
  static List<LinkedArticles> read(List<Path> articles, Settings settings, List<Finding> told) {
    Map<Path, @Nullable LinkedArticles> folders = new LinkedHashMap<>();
    for (Path article : articles) {
      Findings findings = new Findings();
      Source source = read(article, findings);
      Path folder = source == null ? null : source.folder();
      if (source != null && folder != null) {
        if (!folders.containsKey(folder)) {
          LockFile lock = LockFile.read(folder, LockFile.nameBeside(source), findings);
          folders.put(folder, lock == null ? null : new LinkedArticles(folder, settings, lock));
        }
        LinkedArticles shared = folders.get(folder);
        if (shared != null) {
          shared.documents.add(new MarkdownReader(settings, findings).read(source));
        }
      }
      findings.list().stream()
          .filter(finding -> finding.severity() == Finding.Severity.ERROR)
          .forEach(told::add);
    }
    List<LinkedArticles> readable = new ArrayList<>();
    for (LinkedArticles shared : folders.values()) {
      if (shared != null) {
        readable.add(shared);
      }
    }
    return readable;
  }

  private static @Nullable Source read(Path article, Findings findings) {
    String name = article.toString();
    if (name.equals(JobTicket.STANDARD_INPUT)) {
      findings.error(
          "no-folder",
          Place.of(name),
          "standard input lies in no folder that could hold " + LockFile.NAME,
          "name the article's file");
      return null;
    }
    return SourceReader.read(article, name, findings);
  }

  List<Document> documents() {
    return documents;
  }

  /** What was known of a page before. */
  @Nullable Sighting known(String page) {
    return before.get(page);
  }

  /** The pages of the web that an article leads to. */
  static Set<String> pages(Document document) {
    Set<String> pages = new LinkedHashSet<>();
    for (LinkList.Entry link : document.links().entries()) {
      if (link.isWeb()) {
        pages.add(link.page());
      }
    }
    return pages;
  }

  /** Writes what was seen to the file, without pages that no article leads to any more. */
  void keep(Map<String, Sighting> seen, List<Finding> told) {
    Set<String> pages = new HashSet<>();
    documents.forEach(document -> pages.addAll(pages(document)));
    Map<String, Sighting> ours = new HashMap<>(seen);
    ours.keySet().retainAll(pages);
    if (!pages.containsAll(before.pages())) {
      pages.addAll(othersPages());
    }
    LockFile after = before.with(ours).only(pages);
    if (!after.pages().isEmpty() || !before.pages().isEmpty()) {
      write(after.text(), told);
    }
    for (Document document : documents) {
      Findings findings = new Findings();
      LinkReport.tell(document.links().seen(after::get), findings);
      told.addAll(findings.list());
    }
  }

  private void write(String text, List<Finding> told) {
    Findings findings = new Findings();
    try (Delivery delivery = new Delivery(folder, "see who may write in it", findings)) {
      delivery.write(LockFile.NAME, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      delivery.deliver();
    }
    told.addAll(findings.list());
  }

  /** What the folder's other articles lead to, which is theirs to keep. */
  private Set<String> othersPages() {
    Set<String> pages = new HashSet<>();
    Findings unheard = new Findings();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(LinkedArticles::isMarkdown).sorted().toList()) {
        Source source = SourceReader.read(file, file.toString(), unheard);
        if (source != null) {
          pages.addAll(pages(new MarkdownReader(settings, unheard).read(source)));
        }
      }
    } catch (IOException e) {
      // What cannot be looked through is not to lose what is known of it.
      return before.pages();
    }
    return pages;
  }

  private static boolean isMarkdown(Path file) {
    return Files.isRegularFile(file) && !file.endsWith(Press.nameOf(file));
  }
}
