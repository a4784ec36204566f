package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Direction;
import offprint.document.Document;
import offprint.document.FootNumbers;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.document.Wording;
import offprint.glyph.FontBook;
import offprint.glyph.Shaper;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Structure;
import offprint.paragraph.Copy;
import offprint.paragraph.FolioRooms;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import offprint.type.TypeCase;

/**
 * Sets the page that is the picture on the cover of an EPUB that has no other: title, authors, date
 * and publisher below each other, as the theme's {@code section.cover} says. The sizes that a theme
 * gives are the largest; each part is set in the largest in which its lines fit, without a hyphen.
 *
 * <p>Of the article it needs the title alone: nothing else is set.
 */
public final class CoverCompositor {
  private static final double WIDTH = 450;
  private static final double HEIGHT = 720;

  /** What a part may have of the height that the cover's margins leave. */
  private static final double TITLE = 0.48;

  private static final double SUBTITLE = 0.2;
  private static final double BYLINE = 0.15;
  private static final double FOOT = 0.08;

  /** Few words look lost: a title that leaves room fills it. */
  private static final CopyFitter.Sizes OF_TITLE = new CopyFitter.Sizes(0, 1.7);

  /** What all else has at most of the title's size. */
  private static final double BELOW_TITLE = 0.8;

  /** Names that would be smaller are left out, all but the first. */
  private static final double SMALLEST_NAMES = 0.75;

  /** In characters: a name that is longer may go on in the next line. */
  private static final int LONG_NAME = 28;

  private final Theme theme;
  private final FontBook fonts;
  private final Shaper shaper;
  private final Findings findings;

  public CoverCompositor(Theme theme, FontBook fonts, Shaper shaper, Findings findings) {
    this.theme = theme;
    this.fonts = fonts;
    this.shaper = shaper;
    this.findings = findings;
  }

  /** A page of the proportion 5 to 8. */
  public Page set(Document document) {
    Sheet sheet = new Sheet(document, new TypeCase(fonts, shaper, findings, document.source()));
    Page page = sheet.page(1);
    for (double share = 0.9; sheet.isTooHigh && share > 0.3; share -= 0.1) {
      page = sheet.page(share);
    }
    return page;
  }

  private final class Sheet {
    private final Metadata metadata;
    private final List<Inline> title;
    private final List<Inline> subtitle;
    private final Place place;
    private final CopyFitter fitter;
    private final InlineCompositor inlines;
    private final Direction direction;
    private final Structure.Element structure = new Structure.Element(Structure.Role.DOCUMENT);
    private double largest;
    private boolean isTooHigh;

    Sheet(Document document, TypeCase type) {
      metadata = document.metadata();
      place = Place.of(document.source().name());
      CoverTitle parts = CoverTitle.of(document, place);
      title = parts.title();
      subtitle = parts.subtitle();
      direction = Direction.of(metadata.title(), metadata.language());
      fitter = new CopyFitter(type);
      Document bare =
          new Document(
              metadata,
              title,
              List.of(),
              List.of(),
              List.of(),
              new LinkList(LinkList.Mode.NONE, List.of(), List.of()),
              document.settings(),
              document.source());
      inlines =
          new InlineCompositor(
              theme,
              type,
              bare,
              FootNumbers.of(bare),
              note -> {
                throw new IllegalStateException("a cover calls no note");
              },
              entry -> {
                throw new IllegalStateException("a cover has no link");
              },
              FolioRooms.guessed(1));
    }

    /**
     * @param share of what a part may have
     */
    Page page(double share) {
      boolean mirrored = direction == Direction.RIGHT_TO_LEFT;
      CoverColumn sheet = new CoverColumn(theme, Job.body(), mirrored, 0, WIDTH);
      CoverColumn cover = sheet.next(Tag.COVER);
      double height = cover.inside(HEIGHT);
      double unit = height * share;
      CoverColumn head = cover.next(Tag.COVER_HEAD);
      CoverColumn first = head.next(Tag.TITLE);
      CopyFitter.Lines lines = fitted(title, first, unit * TITLE, OF_TITLE);
      head.add(first, lines.height(), lines.marks());
      largest = lines.size() * BELOW_TITLE;
      if (!subtitle.isEmpty()) {
        words(subtitle, head, Tag.SUBTITLE, unit * SUBTITLE);
      }
      cover.add(head, head.height(), head.spread(head.height()));
      if (!metadata.authors().isEmpty()) {
        CoverColumn rule = cover.next(Tag.COVER_RULE);
        cover.add(rule, 0, List.of());
        names(cover.next(Tag.BYLINE), cover, unit * BYLINE);
      }
      if (metadata.date() != null || metadata.publisher() != null) {
        CoverColumn foot = cover.next(Tag.COVER_FOOT);
        if (metadata.date() != null) {
          String date = Wording.of(metadata.language()).date(metadata.date());
          words(date, foot, Tag.DATE, unit * FOOT);
        }
        if (metadata.publisher() != null) {
          words(metadata.publisher(), foot, Tag.PUBLISHER, unit * FOOT);
        }
        cover.add(foot, foot.height(), foot.spread(foot.height()));
      }
      isTooHigh = cover.height() > height;
      sheet.add(cover, height, cover.spread(height));
      List<Mark> marks = new ArrayList<>();
      Style.Colour ground = cover.style().background();
      if (ground != null) {
        // A page's ground is all of it, what lies outside the rules around it too.
        marks.add(new Mark.Rule(0, 0, WIDTH, HEIGHT, ground, Mark.Artifact.LAYOUT));
      }
      marks.addAll(sheet.spread(HEIGHT));
      return new Page(1, WIDTH, HEIGHT, marks);
    }

    private void words(String words, CoverColumn column, Tag tag, double most) {
      words(text(words), column, tag, most);
    }

    private void words(List<Inline> words, CoverColumn column, Tag tag, double most) {
      CoverColumn inside = column.next(tag);
      CopyFitter.Lines lines = fitted(words, inside, most, sizes(inside, 0));
      column.add(inside, lines.height(), lines.marks());
    }

    private CopyFitter.Sizes sizes(CoverColumn inside, double smallest) {
      return new CopyFitter.Sizes(smallest, Math.min(1, largest / inside.style().size()));
    }

    /** All authors, or, where they do not fit, the first and that there are more. */
    private void names(CoverColumn inside, CoverColumn column, double most) {
      List<String> names = metadata.authors().stream().map(author -> whole(author.name())).toList();
      String all = Wording.of(metadata.language()).names(names);
      CopyFitter.Lines lines = fitted(text(all), inside, most, sizes(inside, SMALLEST_NAMES));
      if (lines.height() > most) {
        String others = names.getFirst() + "\u00A0" + Wording.AND_OTHERS;
        lines = fitted(text(others), inside, most, sizes(inside, 0));
      }
      column.add(inside, lines.height(), lines.marks());
    }

    private CopyFitter.Lines fitted(
        List<Inline> words, CoverColumn inside, double most, CopyFitter.Sizes sizes) {
      Copy copy =
          inlines.copy(words, inside.element(), structure, metadata.language(), inside.measure());
      copy.read(direction);
      return fitter.fit(copy, inside.style(), inside.left(), inside.measure(), most, sizes);
    }

    private List<Inline> text(String words) {
      return List.of(new Inline.Text(CoverTitle.cut(words), place));
    }

    private static String whole(String name) {
      return name.length() > LONG_NAME ? name : name.replace(' ', '\u00A0');
    }
  }
}
