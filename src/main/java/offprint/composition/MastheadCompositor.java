package offprint.composition;

import java.util.List;
import offprint.document.Inline;
import offprint.document.Metadata;
import offprint.document.Wording;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.makeup.Column;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.Job;
import offprint.style.Element;
import offprint.style.Tag;

/** Sets the article's title and what goes with it. */
final class MastheadCompositor {
  private final Job job;
  private final Boxes boxes;
  private final ParagraphCompositor paragraphs;
  private final double grid;

  /**
   * @param grid the distance of the page's baselines, in points
   */
  MastheadCompositor(Job job, Boxes boxes, ParagraphCompositor paragraphs, double grid) {
    this.job = job;
    this.boxes = boxes;
    this.paragraphs = paragraphs;
    this.grid = grid;
  }

  void set(Level level) {
    Metadata metadata = job.document().metadata();
    Element header = level.next(Tag.MASTHEAD);
    Boxes.Box box = boxes.open(level, header, level.structure);
    Level inside = box.inner();
    inside.galley.onNext(List.of(new Mark.Anchor("title", 0, 0)), running(metadata));
    List<Inline> title =
        job.document().title().isEmpty()
            ? List.of(new Inline.Text(metadata.title(), job.place()))
            : job.document().title();
    paragraphs.paragraph(title, inside, Tag.TITLE, Structure.Role.HEADING_1);
    if (metadata.subtitle() != null) {
      paragraphs.plain(metadata.subtitle(), inside, Tag.SUBTITLE);
    }
    if (!metadata.authors().isEmpty()) {
      Wording wording = Wording.of(metadata.language());
      paragraphs.plain(names(metadata), inside, Tag.BYLINE);
      for (String line : metadata.affiliations(wording)) {
        paragraphs.plain(line, inside, Tag.AFFILIATION);
      }
    }
    if (metadata.date() != null) {
      paragraphs.plain(Wording.of(metadata.language()).date(metadata.date()), inside, Tag.DATE);
    }
    boxes.close(box, level);
    level.galley.cut(Galley.Cut.APART);
    // What it lacks to whole lines stands below: titles are at one height, whatever follows them.
    double depth = level.galley.depth();
    level.galley.moreSpace(Math.ceil(depth / grid - Column.EPSILON) * grid - depth);
  }

  // Named here, since no element of the article holds them.
  private static Slug.Extras running(Metadata metadata) {
    String title = metadata.shortTitle() != null ? metadata.shortTitle() : metadata.title();
    String authors = metadata.authors().isEmpty() ? title : names(metadata);
    return new Slug.Extras(
        List.of(),
        List.of(),
        List.of(),
        List.of(new Slug.Named("short-title", title), new Slug.Named("author-or-title", authors)));
  }

  private static String names(Metadata metadata) {
    return Wording.of(metadata.language())
        .names(metadata.authors().stream().map(Metadata.Author::name).toList());
  }
}
