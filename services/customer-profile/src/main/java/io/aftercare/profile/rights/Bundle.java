package io.aftercare.profile.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a person gets of us: a page to read and the same for machines, in one archive. */
@Singleton
class Bundle {

  private final ObjectMapper json;

  Bundle(ObjectMapper json) {
    this.json = json;
  }

  /** The archive (ZIP), with customer.html and customer.json in it. */
  byte[] of(ExportCustomer.Everything everything) {
    JsonNode tree = json.valueToTree(everything);
    var bytes = new ByteArrayOutputStream();
    try (var archive = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      add(archive, "customer.html", new ReadablePage().of(tree).getBytes(StandardCharsets.UTF_8));
      add(archive, "customer.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream archive, String name, byte[] content) throws IOException {
    archive.putNextEntry(new ZipEntry(name));
    archive.write(content);
    archive.closeEntry();
  }
}
