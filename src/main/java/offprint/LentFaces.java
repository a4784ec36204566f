package offprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import offprint.archive.Recipe;
import offprint.source.Content;
import org.jspecify.annotations.Nullable;

/** Faces that an edition was set with and may not carry, lent by whoever verifies it. */
final class LentFaces {
  private final List<Path> places;

  /**
   * @param places files, and folders of files
   */
  LentFaces(List<Path> places) {
    this.places = places;
  }

  /**
   * The faces that were given to the press, in their order; those that are not here are left out.
   * What is lent is put beside what the edition carries, under the name that the recipe knows.
   */
  List<Path> of(Recipe recipe, Path folder) throws IOException {
    List<Path> faces = new ArrayList<>();
    for (String path : recipe.fonts()) {
      Path face = folder.resolve(path);
      if (!Files.exists(face)) {
        byte[] lent = find(recipe, path);
        if (lent == null) {
          continue;
        }
        Files.createDirectories(face.resolveSibling(""));
        Files.write(face, lent);
      }
      faces.add(face);
    }
    return faces;
  }

  private byte @Nullable [] find(Recipe recipe, String path) {
    for (Recipe.File file : recipe.files()) {
      byte[] lent = file.path().equals(path) ? find(file) : null;
      if (lent != null) {
        return lent;
      }
    }
    return null;
  }

  // By what it is, whatever it is called here.
  private byte @Nullable [] find(Recipe.File wanted) {
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          byte[] bytes = Files.readAllBytes(file);
          if (Content.digest(bytes).equals(wanted.digest())) {
            return bytes;
          }
        }
      } catch (IOException | UncheckedIOException e) {
        // What cannot be read lends nothing, and the face is told of as not here.
      }
    }
    return null;
  }
}
