package offprint.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import offprint.document.PageSize;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpositionTest {
  private static final double MM = 72 / 25.4;

  @ParameterizedTest
  @CsvSource({
    "8, '8 1, 2 7, 6 3, 4 5'",
    "12, '12 1, 2 11, 10 3, 4 9, 8 5, 6 7'",
    "16, '16 1, 2 15, 14 3, 4 13, 12 5, 6 11, 10 7, 8 9'",
    "5, '- 1, 2 -, - 3, 4 5'",
    "1, '- 1, - -'"
  })
  void pagesLieInFoldingOrder(int count, String order) {
    assertThat(order(impose(count, false))).isEqualTo(order);
  }

  @Test
  void aBookletReadFromTheRightIsItsMirror() {
    assertThat(order(impose(8, true))).isEqualTo("1 8, 7 2, 3 6, 5 4");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 12, 16, 37, 40})
  void theFoldedSheetsReadInOrderAndBlankPagesComeLast(int count) {
    List<Plate> plates = impose(count, false);
    List<@Nullable Integer> read = new ArrayList<>();
    for (int front = 0; front < plates.size(); front += 2) {
      read.add(folio(plates.get(front), true));
      read.add(folio(plates.get(front + 1), false));
    }
    for (int front = plates.size() - 2; front >= 0; front -= 2) {
      read.add(folio(plates.get(front + 1), true));
      read.add(folio(plates.get(front), false));
    }
    List<@Nullable Integer> expected = new ArrayList<>();
    IntStream.rangeClosed(1, count).forEach(expected::add);
    expected.addAll(Collections.nCopies(read.size() - count, null));
    assertThat(read).isEqualTo(expected).hasSizeLessThan(count + 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 12, 16})
  void eachSheetIsMovedToTheFoldByOneThicknessMoreThanTheOneAroundIt(int count) {
    double thickness = 0.25 * MM;
    List<Plate> plates = new Imposition(null, thickness).impose(pages(count, "a5"), false);
    assertThat(plates).hasSize(count / 2);
    for (int side = 0; side < plates.size(); side++) {
      double creep = side / 2 * thickness;
      Plate plate = plates.get(side);
      double fold = plate.width() / 2;
      Plate.Placed left = plate.pages().get(0);
      Plate.Placed right = plate.pages().get(1);
      assertThat(left.x() + left.page().width()).isCloseTo(fold + creep, within(1e-9));
      assertThat(right.x()).isCloseTo(fold - creep, within(1e-9));
      // Folded, sheet k stands out by k thicknesses; cut there, all outer margins are the same.
      double cut = plates.getFirst().width() / 2 - creep;
      double trimmed = right.x() + right.page().width() - fold;
      assertThat(cut - trimmed).isCloseTo(0.5 * MM, within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a5, 297, 210",
    "a4, 420, 297",
    "a6, 210, 148",
    "b5, 353, 250",
    "5.5x8.5in, 279.4, 215.9",
    "6x9in, 304.8, 228.6",
    "297x210mm, 594, 210"
  })
  void theSheetIsAKnownOneWhereThePagesNearlyFillIt(String trim, double width, double height) {
    Plate plate = new Imposition(null, 0).impose(pages(4, trim), false).getFirst();
    assertThat(plate.width() / MM).isCloseTo(width, within(0.01));
    assertThat(plate.height() / MM).isCloseTo(height, within(0.01));
    assertThat(plate.pages()).allMatch(page -> page.scale() == 1);
  }

  @Test
  void pagesAreMadeSmallerToFitTheSheetAskedFor() {
    Plate plate = on("a4", "a4");
    assertThat(plate.width()).isGreaterThan(plate.height());
    Plate.Placed right = plate.pages().get(1);
    assertThat(right.scale()).isCloseTo(210 / 297.0, within(1e-9));
    assertThat(right.x()).isEqualTo(plate.width() / 2);
    double foot = right.y() + right.scale() * right.page().height();
    assertThat(plate.height() - foot).isCloseTo(right.y(), within(1e-9));
  }

  @Test
  void pagesAreNotMadeLargerThanTheyAre() {
    Plate plate = on("a6", "a4");
    assertThat(plate.pages()).allMatch(page -> page.scale() == 1);
    assertThat(plate.pages().get(1).x()).isEqualTo(plate.width() / 2);
    assertThat(plate.pages().get(0).y()).isCloseTo(31 * MM, within(1e-6));
  }

  @Test
  void theSheetIsTurnedAsThePagesFitBest() {
    assertThat(on("10x4in", "letter").width()).isEqualTo(792);
    assertThat(on("4x10in", "letter").width()).isEqualTo(612);
  }

  private static Plate on(String trim, String sheet) {
    return new Imposition(PageSize.of(sheet), 0).impose(pages(4, trim), false).getFirst();
  }

  private static List<Plate> impose(int count, boolean rightToLeft) {
    return new Imposition(null, 0).impose(pages(count, "a5"), rightToLeft);
  }

  private static List<Page> pages(int count, String trim) {
    PageSize size = Objects.requireNonNull(PageSize.of(trim));
    return IntStream.rangeClosed(1, count)
        .mapToObj(folio -> new Page(folio, size.width(), size.height(), List.of()))
        .toList();
  }

  private static String order(List<Plate> plates) {
    return String.join(
        ", ",
        plates.stream()
            .map(plate -> name(folio(plate, false)) + " " + name(folio(plate, true)))
            .toList());
  }

  private static String name(@Nullable Integer folio) {
    return folio == null ? "-" : folio.toString();
  }

  private static @Nullable Integer folio(Plate plate, boolean right) {
    return plate.pages().stream()
        .filter(page -> page.x() > plate.width() / 4 == right)
        .map(page -> page.page().folio())
        .findFirst()
        .orElse(null);
  }
}
