package offprint.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Refusal;

/**
 * Says whether a folder is a bag, complete and valid (RFC 8493, section 3): it is where there is no
 * error among the findings. Knows BagIt 1.0 and the drafts from 0.93 on, each by its own rules.
 */
public final class BagChecker {
  private final Path folder;
  private final String bag;
  private final Findings findings;

  /**
   * @param name what findings call the folder
   */
  public BagChecker(Path folder, String name, Findings findings) {
    this.folder = folder;
    this.bag = name;
    this.findings = findings;
  }

  /** Reads all that is in the bag. */
  public void check() {
    Declaration declaration = Declaration.read(folder, bag, findings);
    if (declaration == null) {
      return;
    }
    BagFiles files = new BagFiles(folder, bag, findings);
    if (!Files.isDirectory(folder.resolve("data"))) {
      findings.error("no-payload", Place.of(bag), "the bag has no folder data", null);
    }
    Strictness strictness = new Strictness(declaration, findings);
    List<Manifest> manifests = manifests(files, declaration);
    FetchList fetch = FetchList.read(files, bag, strictness);
    Completeness completeness = new Completeness(bag, files, manifests, fetch, strictness);
    boolean whole = completeness.check();
    verify(files, manifests);
    new Telling(BagInfo.read(files, bag, strictness), strictness).check(files, whole);
  }

  private List<Manifest> manifests(BagFiles files, Declaration declaration) {
    List<Manifest> manifests = new ArrayList<>();
    Set<String> kinds = new LinkedHashSet<>();
    for (String file : files.atTop()) {
      Manifest manifest =
          Manifest.isNameOf(file) ? Manifest.read(files, file, bag, declaration, findings) : null;
      if (manifest != null) {
        manifests.add(manifest);
        if (!kinds.add(manifest.ofTags() + manifest.checksum().word())) {
          findings.error(
              "second-manifest",
              Place.of(manifest.name()),
              "the bag has another manifest of these checksums",
              "a bag has one of each");
        }
      }
    }
    if (files.atTop().stream().noneMatch(f -> Manifest.isNameOf(f) && !Manifest.isNameOfTags(f))) {
      findings.error("no-manifest", Place.of(bag), "the bag has no manifest of its payload", null);
    }
    return manifests;
  }

  private void verify(BagFiles files, List<Manifest> manifests) {
    Set<String> listed = new TreeSet<>();
    manifests.forEach(manifest -> listed.addAll(manifest.entries().keySet()));
    for (String path : listed) {
      String file = files.has(path) ? path : files.alike(path);
      if (file != null) {
        verify(path, file, files, manifests);
      }
    }
  }

  private void verify(String path, String file, BagFiles files, List<Manifest> manifests) {
    Map<Manifest, Manifest.Entry> entries = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      Manifest.Entry entry = manifest.entries().get(path);
      if (entry != null) {
        entries.put(manifest, entry);
      }
    }
    try {
      Map<Checksum, String> found =
          files.checksums(file, entries.keySet().stream().map(Manifest::checksum).toList());
      entries.forEach(
          (manifest, entry) -> {
            if (!entry.checksum().equals(found.get(manifest.checksum()))) {
              findings.error(
                  "wrong-checksum",
                  entry.place(),
                  "'" + path + "' is not as it was when the bag was made",
                  "get the file again from where the bag came from");
            }
          });
    } catch (IOException e) {
      findings.error(
          "unreadable",
          Place.of(bag + "/" + file),
          "the file cannot be read: " + Refusal.of(e),
          null);
    }
  }
}
