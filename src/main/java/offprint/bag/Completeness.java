package offprint.bag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import offprint.source.Place;

/** Whether all that is listed is there, and all that is there is listed (RFC 8493, section 3). */
final class Completeness {
  private final String bag;
  private final BagFiles files;
  private final List<Manifest> payload;
  private final List<Manifest> tags;
  private final FetchList fetch;
  private final Strictness strictness;
  private boolean whole = true;

  Completeness(
      String bag,
      BagFiles files,
      List<Manifest> manifests,
      FetchList fetch,
      Strictness strictness) {
    this.bag = bag;
    this.files = files;
    this.payload = manifests.stream().filter(manifest -> !manifest.ofTags()).toList();
    this.tags = manifests.stream().filter(Manifest::ofTags).toList();
    this.fetch = fetch;
    this.strictness = strictness;
  }

  /** Returns whether every file is there that is listed. */
  boolean check() {
    payload.forEach(this::present);
    tags.forEach(this::present);
    if (!payload.isEmpty()) {
      files.payload().forEach(this::listed);
    }
    fetch.holes().forEach(this::listed);
    tags.forEach(this::tags);
    files.paths().forEach(this::portable);
    return whole;
  }

  private void present(Manifest manifest) {
    Map<String, String> spellings = new HashMap<>();
    manifest
        .entries()
        .forEach(
            (path, entry) -> {
              present(path, entry.place());
              String other = spellings.putIfAbsent(BagPath.folded(path), path);
              if (other != null) {
                strictness.warning(
                    "names-alike",
                    entry.place(),
                    "'" + path + "' and '" + other + "' are one file to some systems");
              }
            });
  }

  private void present(String path, Place place) {
    if (files.has(path)) {
      return;
    }
    String alike = files.alike(path);
    if (alike != null) {
      strictness.warning(
          "names-alike", place, "'" + path + "' is there by the name of '" + alike + "'");
      return;
    }
    whole = false;
    FetchList.Hole hole = fetch.holes().get(path);
    if (hole != null) {
      strictness
          .findings()
          .error(
              "not-fetched",
              hole.place(),
              "'" + path + "' is yet to be fetched",
              "fetch it from " + hole.address());
    } else if (BagPath.isOfTheSystem(path) && !strictness.declaration().isFinal()) {
      strictness.warning(
          "system-file", place, "'" + path + "' is missing, which an operating system had made");
    } else {
      strictness.error("missing-file", place, "'" + path + "' is missing");
    }
  }

  // BagIt 1.0 wants a file of the payload in every manifest, the drafts in one.
  private void listed(String path) {
    long lists = payload.stream().filter(manifest -> lists(manifest, path)).count();
    if (lists == 0) {
      strictness.error("unlisted-file", Place.of(bag + "/" + path), "no manifest lists this file");
    } else if (lists < payload.size() && strictness.declaration().isFinal()) {
      for (Manifest manifest : payload) {
        if (!lists(manifest, path)) {
          strictness.error(
              "unlisted-file", Place.of(manifest.name()), "'" + path + "' is not here");
        }
      }
    }
  }

  private boolean lists(Manifest manifest, String path) {
    return manifest.entries().containsKey(path)
        || manifest.entries().keySet().stream()
            .anyMatch(other -> !files.has(other) && path.equals(files.alike(other)));
  }

  private void listed(String path, FetchList.Hole hole) {
    for (Manifest manifest : payload) {
      if (!manifest.entries().containsKey(path)) {
        strictness.oddity(
            hole.place(), "'" + path + "' is to be fetched and not in " + manifest.name());
      }
    }
  }

  // RFC 8493, section 2.2.1.
  private void tags(Manifest manifest) {
    for (String file : files.atTop()) {
      boolean listed = manifest.entries().containsKey(file);
      if (Manifest.isNameOfTags(file)) {
        if (listed) {
          strictness.oddity(
              Place.of(manifest.name()), "'" + file + "' is itself a manifest of tag files");
        }
      } else if (!listed && Manifest.isNameOf(file)) {
        strictness.oddity(Place.of(manifest.name()), "'" + file + "' is not here");
      }
    }
    for (String path : files.paths()) {
      if (!path.startsWith(BagPath.PAYLOAD)
          && !Manifest.isNameOf(path)
          && !manifest.entries().containsKey(path)
          && strictness.declaration().isFinal()) {
        strictness.warning(
            "unlisted-tag-file",
            Place.of(bag + "/" + path),
            "no checksum keeps this file from being changed");
      }
    }
  }

  private void portable(String path) {
    String why = BagPath.unportable(path);
    if (why != null) {
      strictness.warning("unportable-name", Place.of(bag + "/" + path), "this " + why);
    }
  }
}
