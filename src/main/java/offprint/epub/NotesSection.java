package offprint.epub;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
import offprint.document.LinkList;
import offprint.document.Note;
import offprint.style.Tag;

/**
 * Writes the notes of a content document. The way back stands first in a note, since Kindle's
 * pop-up takes the wrong thing for the note otherwise; the notes are no {@code aside}, which
 * Apple's and Thorium's reading systems hide. A note is a {@code div} in its item, since an item of
 * a list bears no other role (ARIA in HTML, section 4), and what is a footnote to {@code epub:type}
 * is to be one to ARIA.
 */
final class NotesSection {
  private final Edition edition;
  private final Xhtml out;
  private final InlineWriter inlines;
  private final BlockWriter blocks;

  NotesSection(Edition edition, Xhtml out, InlineWriter inlines, BlockWriter blocks) {
    this.edition = edition;
    this.out = out;
    this.inlines = inlines;
    this.blocks = blocks;
  }

  void write(List<Division.Footnote> footnotes) {
    out.open(
            Tag.NOTES,
            "epub:type",
            "endnotes",
            "role",
            "doc-endnotes",
            "aria-label",
            edition.label(edition.wording().notes()))
        .line();
    out.open(Tag.of("ol")).line();
    for (Division.Footnote footnote : footnotes) {
      switch (footnote) {
        case Division.Footnote.Authors authors -> note(authors);
        case Division.Footnote.OfLink link -> address(link);
      }
    }
    out.close().line();
    out.close().line();
  }

  private void note(Division.Footnote.Authors footnote) {
    Note note = footnote.note();
    List<String> marks = marks(note);
    List<Block> content = note.content();
    open(footnote, note.id());
    for (int i = 0; i < content.size(); i++) {
      boolean first = i == 0;
      boolean last = i == content.size() - 1;
      if (content.get(i) instanceof Block.Paragraph paragraph) {
        out.open(Tag.of(paragraph));
        if (first) {
          number(footnote, marks.getFirst());
        }
        inlines.write(paragraph.content());
        if (last) {
          waysBack(marks);
        }
        out.close();
      } else {
        if (first) {
          out.open(Tag.of("p"));
          number(footnote, marks.getFirst());
          out.close().line();
        }
        blocks.write(content.subList(i, i + 1));
        if (last && marks.size() > 1) {
          out.open(Tag.of("p"));
          waysBack(marks);
          out.close();
        }
      }
      out.line();
    }
    if (content.isEmpty()) {
      out.open(Tag.of("p"));
      number(footnote, marks.getFirst());
      waysBack(marks);
      out.close().line();
    }
    out.close().close().line();
  }

  private void address(Division.Footnote.OfLink footnote) {
    LinkList.Entry entry = footnote.entry();
    List<String> marks =
        edition.uses().of(entry.number()).stream()
            .map(use -> inlines.reference(use.href(), use.id()))
            .toList();
    open(footnote, edition.uses().entryId(entry.number()));
    out.open(Tag.of("p"));
    number(footnote, marks.getFirst());
    LinksSection.address(edition, out, inlines, entry);
    if (edition.wording().seen(entry) != null) {
      out.text(", ");
      LinksSection.seen(edition, out, entry);
    }
    waysBack(marks);
    out.close().line();
    out.close().close().line();
  }

  private void open(Division.Footnote footnote, String id) {
    out.open(Tag.NOTE, "value", String.valueOf(footnote.number()));
    out.open(Tag.of("div"), "id", id, "epub:type", "footnote", "role", "doc-footnote").line();
  }

  private void number(Division.Footnote footnote, String mark) {
    out.open(
            Tag.NOTE_NUMBER,
            "epub:type",
            "backlink",
            "role",
            "doc-backlink",
            "href",
            mark,
            "title",
            edition.wording().back(),
            "lang",
            edition.wording().foreign())
        .text(footnote.number() + ".")
        .close()
        .text(" ");
  }

  /** The ways back to all marks but the first, to which the number leads. */
  private void waysBack(List<String> marks) {
    for (int i = 1; i < marks.size(); i++) {
      out.text(" ");
      LinksSection.wayBack(edition, out, marks.get(i), i + 1);
    }
  }

  // Note's javadoc says how marks are named; a mark that stands nowhere has no way back.
  private List<String> marks(Note note) {
    List<String> marks = new ArrayList<>();
    for (int k = 1; k <= note.references(); k++) {
      String id = "fnref" + note.number() + (k == 1 ? "" : "-" + k);
      String target = edition.division().href(id);
      if (target != null) {
        marks.add(inlines.reference(target, id));
      }
    }
    if (marks.isEmpty()) {
      throw new IllegalStateException("note " + note.number() + " must have a mark fnref");
    }
    return marks;
  }
}
