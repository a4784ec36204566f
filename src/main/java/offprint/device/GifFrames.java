package offprint.device;

import offprint.source.Asset;

/** Counts the frames of a GIF (GIF89a, sections 18 to 27); the file is whole. */
final class GifFrames {
  private GifFrames() {}

  static boolean moves(Asset picture) {
    if (!picture.mediaType().equals("image/gif")) {
      return false;
    }
    byte[] file = picture.bytes();
    int frames = 0;
    int at = 13 + colourTable(file[10]);
    while (at + 9 < file.length && file[at] != 0x3B) {
      if (file[at] == 0x2C) {
        frames++;
        at += 11 + colourTable(file[at + 9]);
      } else {
        at += 2;
      }
      while (at < file.length && file[at] != 0) {
        at += (file[at] & 0xFF) + 1;
      }
      at++;
    }
    return frames > 1;
  }

  private static int colourTable(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
