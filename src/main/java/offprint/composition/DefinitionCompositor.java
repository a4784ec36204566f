package offprint.composition;

import offprint.document.Block;
import offprint.document.Block.DefinitionList.Definition;
import offprint.document.Block.DefinitionList.Entry;
import offprint.document.Block.DefinitionList.Term;
import offprint.page.Structure;
import offprint.style.Element;
import offprint.style.Tag;

/** Sets definition lists: each term above its definitions, and never away from them. */
final class DefinitionCompositor {
  private final Boxes boxes;
  private final ParagraphCompositor paragraphs;
  private final ListCompositor.Blocks blocks;
  private final CalledNotes notes;

  DefinitionCompositor(
      Boxes boxes,
      ParagraphCompositor paragraphs,
      ListCompositor.Blocks blocks,
      CalledNotes notes) {
    this.boxes = boxes;
    this.paragraphs = paragraphs;
    this.blocks = blocks;
    this.notes = notes;
  }

  void set(Block.DefinitionList definitions, Element element, Level level) {
    Structure.Element list =
        level.structure.add(Structure.Role.LIST).numbering(Structure.Numbering.NONE);
    Boxes.Box box = boxes.open(level, element, list);
    for (Entry entry : definitions.entries()) {
      Structure.Element item = list.add(Structure.Role.LIST_ITEM);
      entry.terms().forEach(term -> term(term, box.inner(), item));
      entry.definitions().forEach(definition -> definition(definition, box.inner(), item));
    }
    boxes.close(box, level);
  }

  private void term(Term term, Level level, Structure.Element item) {
    Element element = level.next(Tag.TERM);
    Level inside = new Level(element, item, level.galley, level.left, level.measure);
    paragraphs.paragraph(term.content(), inside, element, Structure.Role.LABEL, term.place());
  }

  private void definition(Definition definition, Level level, Structure.Element item) {
    Structure.Element body = item.add(Structure.Role.LIST_BODY);
    Boxes.Box box = boxes.open(level, level.next(Tag.DEFINITION), body);
    blocks.set(definition.content(), box.inner());
    notes.standBehindBlockOf(body); // the term's, where no block has taken them
    level.galley.endKept();
    boxes.close(box, level);
  }
}
