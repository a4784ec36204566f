package offprint.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offprint.source.Asset;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * What is said about the article; Dublin Core's terms where it has them. Absent is null, or an
 * empty list.
 *
 * @param title as text, never empty
 * @param shortTitle what running heads say instead of the title
 * @param language a BCP 47 tag
 * @param identifier a DOI, ISBN or URI of the author's; null where the content gives one
 * @param description a few sentences
 * @param source where the article was first published
 */
public record Metadata(
    String title,
    @Nullable String subtitle,
    @Nullable String shortTitle,
    List<Author> authors,
    @Nullable LocalDate date,
    @Nullable LocalDate modified,
    String language,
    @Nullable String description,
    List<String> keywords,
    @Nullable String publisher,
    @Nullable String rights,
    @Nullable String source,
    @Nullable String identifier,
    @Nullable Cover cover) {

  /**
   * @param name as printed
   * @param fileAs as sorted: {@code Nawaz, Nawal}
   * @param role such as {@code Chief Information Security Officer}
   */
  public record Author(
      String name,
      String fileAs,
      @Nullable String role,
      @Nullable String affiliation,
      @Nullable String orcid,
      @Nullable String bio) {}

  /**
   * The author's own picture for the cover.
   *
   * @param place where the front matter names it
   */
  public record Cover(Asset picture, Place place) {}

  /** What authors are and where, a line each; whose it is is said unless it is said of all. */
  public List<String> affiliations(Wording wording) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Author author : authors) {
      String facts =
          Stream.of(author.role, author.affiliation)
              .filter(words -> words != null && !words.isBlank())
              .collect(Collectors.joining(", "));
      if (!facts.isEmpty()) {
        names.computeIfAbsent(facts, f -> new ArrayList<>()).add(author.name);
      }
    }
    List<String> lines = new ArrayList<>();
    names.forEach(
        (facts, whose) ->
            lines.add(
                whose.size() == authors.size() ? facts : wording.names(whose) + ", " + facts));
    return lines;
  }

  public Metadata {
    authors = List.copyOf(authors);
    keywords = List.copyOf(keywords);
  }
}
