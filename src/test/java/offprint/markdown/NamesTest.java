package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Nawal Nawaz; Nawaz, Nawal",
        "Ludwig van Beethoven; van Beethoven, Ludwig",
        "Charles de la Vallée Poussin; Poussin, Charles de la Vallée",
        "Ibrahim al-Masri; al-Masri, Ibrahim",
        "Osama bin Laden; bin Laden, Osama",
        "Martin Luther King, Jr.; King, Martin Luther, Jr.",
        "Dr. Jane Goodall; Goodall, Jane",
        "Xeni; Xeni",
        "村上春樹; 村上春樹",
      })
  void aNameIsSortedByItsSurname(String name, String fileAs) {
    assertThat(Names.fileAs(name)).isEqualTo(fileAs);
  }

  @Test
  void aNameWrittenSurnameFirstIsTurnedRound() {
    assertThat(Names.inOrder("Nawaz, Nawal")).isEqualTo("Nawal Nawaz");
    assertThat(Names.inOrder("Nawal Nawaz")).isEqualTo("Nawal Nawaz");
  }
}
