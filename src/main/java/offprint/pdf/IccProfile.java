package offprint.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;

/**
 * sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, a display's: three primaries and one curve
 * (ICC.1:2001-04). Written here so that it is the same on every machine and free of anybody's
 * rights.
 */
final class IccProfile {
  private static final int HEADER = 128;
  private static final int CURVE_ENTRIES = 1024;

  private final ByteBuffer profile;
  private int tags;
  private int end;

  private IccProfile() {
    int curve = 12 + 2 * CURVE_ENTRIES;
    profile = ByteBuffer.allocate(HEADER + 4 + 12 * 9 + 120 + 40 + 4 * 20 + curve);
  }

  /**
   * The colour space of a picture: its own profile, where a PDF/A may hold it (ISO 19005-3,
   * 6.2.4.2), else what the output intent says.
   *
   * @param profile empty where there is none
   * @param components 1 for grey, 3 for RGB
   */
  static PdfObject colourSpace(byte[] profile, int components, PdfFile file) throws IOException {
    if (!fits(profile, components)) {
      return components == 1 ? PdfName.DEVICEGRAY : PdfName.DEVICERGB;
    }
    PdfStream stream = new PdfStream(profile);
    stream.put(PdfName.N, new PdfNumber(components));
    stream.flateCompress(PdfStream.BEST_COMPRESSION);
    PdfArray space = new PdfArray(PdfName.ICCBASED);
    space.add(file.write(stream));
    return space;
  }

  private static boolean fits(byte[] profile, int components) {
    if (profile.length < HEADER || ByteBuffer.wrap(profile).getInt(0) != profile.length) {
      return false;
    }
    String header = new String(profile, 0, HEADER, StandardCharsets.ISO_8859_1);
    String kind = header.substring(12, 16);
    return (profile[8] == 2 || profile[8] == 4)
        && List.of("mntr", "scnr", "prtr", "spac").contains(kind)
        && header.startsWith(components == 1 ? "GRAY" : "RGB ", 16)
        && header.startsWith("acsp", 36);
  }

  static byte[] srgb() {
    return new IccProfile().written();
  }

  private byte[] written() {
    profile.putInt(HEADER, 9);
    tags = HEADER + 4;
    end = tags + 12 * 9;
    tag("desc", description("sRGB"));
    tag("cprt", text("No copyright, use freely"));
    // All relative to D50, which profiles connect through (ICC.1:2001-04, annexes A and D).
    tag("wtpt", xyz(0xF6D6, 0x10000, 0xD32D));
    tag("rXYZ", xyz(0x6FA2, 0x38F5, 0x0390));
    tag("gXYZ", xyz(0x6299, 0xB785, 0x18DA));
    tag("bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF));
    int curve = end;
    tag("rTRC", curve());
    share("gTRC", curve);
    share("bTRC", curve);
    header();
    byte[] bytes = new byte[end];
    profile.get(0, bytes);
    return bytes;
  }

  private void header() {
    profile.putInt(0, end);
    profile.putInt(8, 0x02100000);
    ascii(12, "mntrRGB XYZ ");
    profile.putShort(24, (short) 2000); // the date it was made: year, month, day
    profile.putShort(26, (short) 1);
    profile.putShort(28, (short) 1);
    ascii(36, "acsp");
    profile.putInt(68, 0xF6D6); // D50
    profile.putInt(72, 0x10000);
    profile.putInt(76, 0xD32D);
  }

  private void tag(String signature, byte[] data) {
    int begin = end;
    profile.put(begin, data);
    ascii(tags, signature);
    profile.putInt(tags + 4, begin);
    profile.putInt(tags + 8, data.length);
    tags += 12;
    end = begin + (data.length + 3) / 4 * 4;
  }

  private void share(String signature, int begin) {
    ascii(tags, signature);
    profile.putInt(tags + 4, begin);
    profile.putInt(tags + 8, end - begin);
    tags += 12;
  }

  private void ascii(int at, String letters) {
    profile.put(at, letters.getBytes(StandardCharsets.US_ASCII));
  }

  // In ASCII alone; the places for the other two encodings are there and empty.
  private static byte[] description(String text) {
    ByteBuffer data = element("desc", 12 + text.length() + 1 + 4 + 4 + 2 + 1 + 67);
    data.putInt(text.length() + 1).put(text.getBytes(StandardCharsets.US_ASCII));
    return data.array();
  }

  private static byte[] text(String text) {
    ByteBuffer data = element("text", 8 + text.length() + 1);
    data.put(text.getBytes(StandardCharsets.US_ASCII));
    return data.array();
  }

  // In 65536ths.
  private static byte[] xyz(int x, int y, int z) {
    return element("XYZ ", 20).putInt(x).putInt(y).putInt(z).array();
  }

  private static byte[] curve() {
    ByteBuffer data = element("curv", 12 + 2 * CURVE_ENTRIES);
    data.putInt(CURVE_ENTRIES);
    for (int i = 0; i < CURVE_ENTRIES; i++) {
      double light = light((double) i / (CURVE_ENTRIES - 1));
      data.putShort((short) Math.round(light * 0xFFFF));
    }
    return data.array();
  }

  // StrictMath gives the same bits on every machine.
  private static double light(double value) {
    return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
  }

  private static ByteBuffer element(String type, int length) {
    return ByteBuffer.allocate(length).put(type.getBytes(StandardCharsets.US_ASCII)).putInt(0);
  }
}
