package offprint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The articles that are measured. Each is the same on every machine. */
final class Articles {
  private static final Path SAMPLE = Path.of("src/main/articles/writing-for-offprint.md");

  /** Some ninety pages of A4. */
  private static final int SECTIONS = 33;

  private static final String[] WORDS =
      ("the of and to in a is that for it as was with be by on not he his but at are this have from"
              + " or had an they which one you were all her there would their we him been has when"
              + " who will more if out so time people into only some could now than other first may"
              + " such like our over even most made after also did many before must through years"
              + " where much your way well down should because each just those how too little state"
              + " good very make world still own see men work long here between both life being"
              + " under never day same another know while last might us great old year off come"
              + " since against go came right used take three government measurement considerable"
              + " responsibility correspondence circumstances harbour typography representation"
              + " understanding nevertheless approximately development particularly international")
          .split(" ");

  private Articles() {}

  /** The article that the build sets: one example of each thing that an author writes. */
  static Path sample() {
    return SAMPLE;
  }

  /**
   * An article by its name.
   *
   * @param name {@code sample} or {@code long}
   */
  static String text(String name) {
    try {
      return name.equals("sample") ? Files.readString(SAMPLE) : ofSections(SECTIONS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An article that was never written, of what most articles are made of. */
  private static String ofSections(int sections) {
    // Its algorithm is part of its specification.
    Random random = new Random(1981);
    StringBuilder text = new StringBuilder("---\ntitle: A Long Article\nauthor: Nobody\n---\n");
    StringBuilder notes = new StringBuilder();
    for (int section = 1; section <= sections; section++) {
      text.append("\n## Section ").append(section).append("\n\n");
      for (int i = 0; i < 12; i++) {
        sentences(text, random, 3 + random.nextInt(6));
        if (i % 3 == 0) {
          text.append(" A note.[^").append(section).append('-').append(i).append(']');
          notes.append("\n[^").append(section).append('-').append(i).append("]: ");
          sentences(notes, random, 2);
          notes.append('\n');
        } else if (i % 4 == 0) {
          text.append(" See [this](https://example.org/").append(section).append(").");
        }
        text.append("\n\n");
      }
      text.append("> ");
      sentences(text, random, 3);
      text.append("\n\n- ");
      sentences(text, random, 1);
      text.append("\n- ");
      sentences(text, random, 2);
      text.append("\n\n```java\nint breaks(List<Item> items) {\n  return items.size();\n}\n```\n");
      text.append("\n| Copy | Pages |\n|------|------:|\n| PDF  | ").append(section).append(" |\n");
    }
    return text.append(notes).toString();
  }

  private static void sentences(StringBuilder text, Random random, int count) {
    for (int i = 0; i < count; i++) {
      int words = 6 + random.nextInt(20);
      for (int w = 0; w < words; w++) {
        String word = WORDS[random.nextInt(WORDS.length)];
        boolean stressed = random.nextInt(40) == 0;
        text.append(i + w == 0 ? "" : " ");
        text.append(w == 0 ? Character.toUpperCase(word.charAt(0)) : word.charAt(0));
        text.append(word, 1, word.length());
        text.append(stressed && w > 0 && w < words - 1 ? ", *and*" : "");
      }
      text.append('.');
    }
  }
}
