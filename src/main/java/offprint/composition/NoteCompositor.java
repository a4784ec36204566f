package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import offprint.document.FootNumbers;
import offprint.document.LinkList;
import offprint.document.Note;
import offprint.document.Wording;
import offprint.galley.Galley;
import offprint.galley.SetNote;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.Copy;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import org.jspecify.annotations.Nullable;

/** Sets notes, each when its first mark is met, on their way to the foot of a page. */
final class NoteCompositor {
  private final Job job;
  private final Boxes boxes;
  private final ParagraphCompositor paragraphs;
  private final ListCompositor lists;
  private final LinkListCompositor links;
  private final ListCompositor.Blocks blocks;
  private final FootNumbers numbers;
  private final CalledNotes pending;

  NoteCompositor(
      Job job,
      Boxes boxes,
      ParagraphCompositor paragraphs,
      ListCompositor lists,
      LinkListCompositor links,
      ListCompositor.Blocks blocks,
      FootNumbers numbers,
      CalledNotes pending) {
    this.job = job;
    this.boxes = boxes;
    this.paragraphs = paragraphs;
    this.lists = lists;
    this.links = links;
    this.blocks = blocks;
    this.numbers = numbers;
    this.pending = pending;
  }

  SetNote note(Note note) {
    return setNote(
        note.id(),
        Integer.toString(numbers.note(note.number())),
        "fnref" + note.number(),
        level -> blocks.set(note.content(), level));
  }

  SetNote addressNote(LinkList.Entry entry) {
    return setNote(
        InlineCompositor.linkAnchor(entry),
        Integer.toString(numbers.link(entry.number())),
        null,
        level -> {
          Copy copy = new Copy();
          Structure.Element p = level.structure.add(Structure.Role.PARAGRAPH);
          links.address(copy, entry, level.element, p, job.language());
          links.seen(copy, entry, ", ", level.element, p, job.language());
          paragraphs.lines(
              copy, level, job.theme().style(level.element), entry.places().getFirst());
        });
  }

  /**
   * @param call the anchor of its first mark, to which its number leads back; null where it has
   *     none
   */
  private SetNote setNote(String id, String mark, @Nullable String call, Consumer<Level> content) {
    Structure.Element structure = new Structure.Element(Structure.Role.NOTE).id(id);
    Structure.Element label = structure.add(Structure.Role.LABEL);
    Galley galley = new Galley();
    Element section = Job.body().child(Tag.NOTES, null);
    Element list = section.child(Tag.of("ol"), null);
    Element element = list.child(Tag.NOTE, null);
    Level outer = new Level(list, structure, galley, 0, job.measure());
    Boxes.Box box = boxes.open(outer, element, structure);
    Element number = element.child(Tag.NOTE_NUMBER, null);
    galley.onNext(List.of(new Mark.Anchor(id, 0, 0)), Slug.Extras.NONE);
    Style style = job.theme().style(number);
    if (call == null) {
      lists.marker(mark, box.inner(), style, label);
    } else {
      String said = mark + " (" + Wording.of(job.language()).back() + ")";
      Structure.Element link = label.add(Structure.Role.LINK).alternative(said);
      Mark.Destination back = new Mark.Destination.Name(call);
      lists.marker(mark, box.inner(), style, link, back, said);
    }
    List<Structure.Element> outside = pending.take();
    content.accept(box.inner());
    // A note called in this note was set while it was; it stands behind it.
    List<Structure.Element> inside = pending.take();
    pending.add(outside);
    pending.add(List.of(structure));
    pending.add(inside);
    boxes.close(box, outer);
    List<Slug> slugs = new ArrayList<>();
    List<SetNote> called = new ArrayList<>();
    for (Slug slug : galley.slugs()) {
      called.addAll(slug.extras().notes());
      Slug.Extras extras = slug.extras();
      slugs.add(new Slug(slug.height(), slug.marks(), false, extras.withoutNotes(), slug.hyphen()));
    }
    return new SetNote(slugs, galley.entries().stream().map(Galley.Entry::after).toList(), called);
  }
}
