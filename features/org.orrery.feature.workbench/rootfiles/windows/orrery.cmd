@echo off
rem Starts Orrery from its product folder with a Java 21 or newer from JAVA_HOME or the PATH.
rem Without words, or with a file: the workbench. With words: the command line.
setlocal
set "HERE=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for %%f in ("%HERE%plugins\org.orrery.app_*.jar") do set "APP=%%f"& set "NAME=%%~nf"
for %%f in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
set "VERSION=%NAME:org.orrery.app_=%"
set "CONFIGURATION=%LOCALAPPDATA%\Orrery\%VERSION%\configuration"
:start
"%JAVA%" "@%HERE%jvm.options" "-Dosgi.install.area=%HERE:\=/%" "-Dosgi.configuration.area=%CONFIGURATION:\=/%" "-Dosgi.sharedConfiguration.area=%HERE:\=/%configuration" -cp "%APP%;%LAUNCHER%" org.orrery.app.Bootstrap %*
set CODE=%ERRORLEVEL%
rem What was to be opened is there already.
set ORRERY_AGAIN=yes
if %CODE%==23 goto start
exit /b %CODE%
