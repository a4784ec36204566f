package offprint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import offprint.archive.Enclosure;
import offprint.archive.Recipe;
import offprint.bag.BagWriter;
import offprint.document.CatalogueEntry;
import offprint.document.Metadata;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/** Packs an article's editions, and all that they were made from, into a bag. */
final class Packer {
  private final Forme forme;
  private final Findings findings;
  private final BagWriter bag;

  /**
   * @param formats of the editions
   * @param name of the article's files
   * @param folder where the bag goes
   */
  Packer(Forme forme, List<Format> formats, String name, Path folder, Findings findings) {
    this.forme = forme;
    this.findings = findings;
    this.bag = new BagWriter(folder, name, forme.enclosures().recipe().article(), findings);
    forme.enclosures().files().forEach(file -> bag.add(file.path(), file.bytes()));
    for (Format format : formats) {
      bag.add(format.file(name), written(format));
    }
  }

  private byte[] written(Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(forme, findings, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Puts the bag in its place; returns what is written, which is the bag's folder or nothing. */
  List<Path> deliver() {
    CatalogueEntry entry = CatalogueEntry.of(forme.document(), forme.epoch(), findings);
    Path written =
        bag.write(entry, date(entry), findings.list().stream().map(this::inBag).toList());
    return written == null ? List.of() : List.of(written);
  }

  // A bag says nothing of where its files lay when it was made.
  private Finding inBag(Finding finding) {
    Place place = finding.place();
    String file = place.file().replace('\\', '/');
    String name =
        place.file().equals(forme.document().source().name())
            ? forme.enclosures().recipe().article()
            : forme.enclosures().files().stream()
                .map(Enclosure::path)
                .filter(
                    path ->
                        path.startsWith(Recipe.STYLES)
                            && file.endsWith(path.substring(Recipe.STYLES.length())))
                .findFirst()
                .orElse(place.file());
    return new Finding(
        finding.severity(),
        finding.code(),
        new Place(name, place.line(), place.column()),
        finding.message(),
        finding.hint());
  }

  // An article that nothing dates has no day on which it was made ready.
  private @Nullable LocalDate date(CatalogueEntry entry) {
    Metadata metadata = forme.document().metadata();
    boolean dated = metadata.date() != null || metadata.modified() != null || forme.epoch() != null;
    return dated ? entry.modified().atZone(ZoneOffset.UTC).toLocalDate() : null;
  }
}
