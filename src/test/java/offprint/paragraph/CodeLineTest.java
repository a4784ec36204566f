package offprint.paragraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Block.CodeBlock.Kind;
import offprint.document.Block.CodeBlock.Part;
import org.junit.jupiter.api.Test;

class CodeLineTest {
  private static List<String> lines(String code) {
    return CodeLine.of(code, List.of()).stream().map(CodeLine::text).toList();
  }

  /** What a line keeps of itself in a room of so many characters. */
  private static String kept(String line, int room) {
    CodeLine whole = CodeLine.of(line, List.of()).getFirst();
    return line.substring(0, whole.cut(0, room));
  }

  @Test
  void aTabGoesToTheNextStop() {
    assertThat(lines("\ta\tbc\t|\n")).containsExactly("    a   bc  |");
  }

  @Test
  void emptyLinesStandBetweenOthersButNotAroundThem() {
    assertThat(lines("\n \n  a\n\nb\n\n\t\n")).containsExactly("  a", "", "b");
    assertThat(lines("\n\n")).hasSize(1);
    assertThat(lines("")).containsExactly("");
  }

  @Test
  void partsMoveWithTheTabsBeforeThem() {
    CodeLine line = CodeLine.of("\treturn 1\n", List.of(new Part(1, 7, Kind.KEYWORD))).getFirst();
    assertThat(line.stretches(0, line.text().length()))
        .containsExactly(
            new CodeLine.Stretch("    ", null),
            new CodeLine.Stretch("return", Kind.KEYWORD),
            new CodeLine.Stretch(" 1", null));
  }

  @Test
  void aLineIsCutBehindACommaRatherThanInAWord() {
    assertThat(kept("count(square, observer, season)", 29)).isEqualTo("count(square, observer, ");
  }

  @Test
  void noLineBeginsWithTheBlanksThatItWasCutAt() {
    CodeLine line = CodeLine.of("push a        // first", List.of()).getFirst();
    assertThat(line.behindBlanks(line.cut(0, 10))).isEqualTo(14);
    assertThat(line.behindBlanks(2)).isEqualTo(2);
  }

  @Test
  void aLineIsCutBeforeACommentRatherThanInIt() {
    String line = "count(square) // the first of all";
    List<Part> comment = List.of(new Part(14, line.length(), Kind.COMMENT));
    assertThat(CodeLine.of(line, comment).getFirst().cut(0, 18)).isEqualTo(14);
    assertThat(CodeLine.of(line, List.of()).getFirst().cut(0, 18)).isEqualTo(17);
  }

  @Test
  void aLineIsCutBehindAnOperatorRatherThanBeforeIt() {
    assertThat(kept("total = first + second", 17)).isEqualTo("total = first + ");
  }

  @Test
  void noLineLeavesALoneSignToTheNext() {
    assertThat(kept("install --path reef \\", 21)).isEqualTo("install --path ");
    assertThat(kept("count(square, observer);", 23)).isEqualTo("count(square, ");
  }

  @Test
  void bracketsWithNothingBetweenThemStandTogether() {
    assertThat(kept("return count(square).size() / AREA", 26)).isEqualTo("return count(square).");
  }

  @Test
  void anAddressIsCutBehindASlash() {
    assertThat(kept("https://reef.example/surveys/squares", 33))
        .isEqualTo("https://reef.example/surveys/");
  }

  @Test
  void aLineWithoutASignIsCutWhereItMustBe() {
    assertThat(kept("aaaaaaaaaaaaaaaaaaaa", 15)).isEqualTo("aaaaaaaaaaaaaaa");
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(kept("aaaa\ud83d\ude00bb", 5)).isEqualTo("aaaa");
    assertThat(kept("\ud83d\ude00bb", 1)).isEqualTo("\ud83d\ude00");
  }
}
