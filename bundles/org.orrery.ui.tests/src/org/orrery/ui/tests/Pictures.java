package org.orrery.ui.tests;
import org.eclipse.swt.*; import org.eclipse.swt.graphics.*; import org.eclipse.swt.widgets.*;
final class Pictures { static void take(String n) { Shell s=org.eclipse.ui.PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(); long end=System.nanoTime()+700_000_000L; while(System.nanoTime()<end) s.getDisplay().readAndDispatch();
 try { new ProcessBuilder("import","-window","root","/tmp/classify/"+n+".png").start().waitFor(); } catch(Exception e) { throw new IllegalStateException(e);} } }
