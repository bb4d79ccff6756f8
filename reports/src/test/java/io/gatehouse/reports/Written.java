package io.gatehouse.reports;

import io.gatehouse.auditlog.AuditQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as a reader gets them; each is left in {@code target/workbooks} for people to look at. */
enum Written {
    CHAMPION {
        @Override
        void write(OutputStream out) throws IOException {
            new ChampionReport()
                    .write(
                            ReadModels.modelPage(),
                            ReadModels.answers(),
                            ReadModels.provenance(ReadModels.origin(3)),
                            out);
        }
    },

    LIVING_CHAMPION {
        @Override
        void write(OutputStream out) throws IOException {
            new ChampionReport()
                    .write(
                            ReadModels.livingPage(),
                            ReadModels.answers(),
                            ReadModels.provenance(ReadModels.origin(3)),
                            out);
        }
    },
    COMPARISON {
        @Override
        void write(OutputStream out) throws IOException {
            Provenance provenance = ReadModels.provenance(
                    ReadModels.origin(3), ReadModels.origin(4), Provenance.Origin.unevaluated(ReadModels.MODEL, 1));
            new ComparisonReport().write(Comparisons.comparison(), provenance, out);
        }
    },
    DOSSIER {
        @Override
        void write(OutputStream out) throws IOException {
            new DossierReport().write(Dossiers.unfair(), ReadModels.provenance(ReadModels.origin(4)), out);
        }
    },
    FAIRNESS {
        @Override
        void write(OutputStream out) throws IOException {
            new FairnessReport().write(Dossiers.judged(), ReadModels.provenance(ReadModels.origin(4)), out);
        }
    },
    ROI {
        @Override
        void write(OutputStream out) throws IOException {
            new RoiReport().write(Dossiers.judged(), ReadModels.provenance(ReadModels.origin(4)), out);
        }
    },
    AS_OF {
        @Override
        void write(OutputStream out) throws IOException {
            new AsOfReport()
                    .write(
                            TimeReadModels.champions(),
                            ReadModels.NOW,
                            ReadModels.provenance(ReadModels.origin(3)),
                            out);
        }
    },
    TIMELINE {
        @Override
        void write(OutputStream out) throws IOException {
            new TimelineReport()
                    .write(
                            TimeReadModels.timeline(),
                            TimeReadModels.quarters(),
                            ReadModels.provenance(ReadModels.origin(3), ReadModels.origin(1)),
                            out);
        }
    },
    QUARTER {
        @Override
        void write(OutputStream out) throws IOException {
            new QuarterReport().write(TimeReadModels.quarter(), ReadModels.provenance(ReadModels.origin(3)), out);
        }
    },
    INVENTORY {
        @Override
        void write(OutputStream out) throws IOException {
            new InventoryReport().write(InventoryEntries.entries(), ReadModels.provenance(ReadModels.origin(3)), out);
        }
    },
    AUDIT {
        @Override
        void write(OutputStream out) throws IOException {
            new AuditReport(AuditQuery.ALL, null, AuditReportTest.STATE, Optional.of(AuditReportTest.CHECKPOINT))
                    .write(
                            LongStream.iterate(340, seq -> seq > 0, seq -> seq - 1)
                                    .mapToObj(AuditReportTest::mixed)
                                    .iterator(),
                            ReadModels.provenance(ReadModels.origin(3)),
                            out);
        }
    },
    EXAMINATION {
        @Override
        void write(OutputStream out) throws IOException {
            new ExaminationReport()
                    .write(ExaminationReportTest.EXAMINATION, ReadModels.provenance(ReadModels.origin(3)), out);
        }
    },
    RISK_LIST {
        @Override
        void write(OutputStream out) throws IOException {
            new RiskListReport()
                    .write(
                            RiskListRows.riskList(340),
                            io.gatehouse.risklist.RiskLists.Filter.ALL,
                            RiskListRows.riskRows(340),
                            RiskListRows::left,
                            ReadModels.provenance(ReadModels.origin(3)),
                            out);
        }
    };

    abstract void write(OutputStream out) throws IOException;

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        Path folder = Files.createDirectories(Path.of("target", "workbooks"));
        Files.write(folder.resolve(name().toLowerCase(java.util.Locale.ROOT) + ".xlsx"), out.toByteArray());
        return out.toByteArray();
    }

    XSSFWorkbook opened() throws IOException {
        return open(bytes());
    }

    static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    /** The cell below a header, in the n-th data row from 0. */
    static XSSFCell cell(XSSFSheet sheet, String header, int dataRow) {
        return cell(sheet, header, 0, dataRow);
    }

    /** Where several columns carry the same header, the n-th of them from 0. */
    static XSSFCell cell(XSSFSheet sheet, String header, int which, int dataRow) {
        int seen = 0;
        for (var row : sheet) {
            for (var cell : row) {
                boolean found = cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING
                        && cell.getStringCellValue().equals(header);
                if (found && seen++ == which) {
                    var below = Objects.requireNonNull(sheet.getRow(row.getRowNum() + 1 + dataRow));
                    return Objects.requireNonNull(below.getCell(cell.getColumnIndex()));
                }
            }
        }
        throw new AssertionError("No column is called " + header);
    }

    /** The cell at the right of a label in the first column. */
    static XSSFCell beside(XSSFSheet sheet, String label, int columns) {
        for (var row : sheet) {
            var first = row.getCell(0);
            if (first != null
                    && first.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING
                    && first.getStringCellValue().equals(label)) {
                return (XSSFCell) Objects.requireNonNull(row.getCell(columns));
            }
        }
        throw new AssertionError("Nothing is called " + label);
    }
}
